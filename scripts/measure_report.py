"""Prints the medians of the runs that measure.sh made, one line a figure, with the ratio to the peer and the goal."""
import json, os, statistics, sys

results, binary = sys.argv[1:]
runs = {}
for line in open(results):
    entry = json.loads(line)
    runs.setdefault(entry['name'], []).extend(entry['runs'])


def median(name, key):
    values = [run[key] for run in runs.get(name, []) if key in run]
    return statistics.median(values) if values else None


def shown(value, unit):
    if value is None:
        return 'not measured'
    return f'{value:.0f} {unit}' if value >= 100 else f'{value:.3f} {unit}' if unit == 's' else f'{value:.1f} {unit}'


ROWS = [  # figure, ours, peer, key, unit, goal
    ('window drawn', 'start', 'peer-start', 'paint_ms', 'ms', 'ratio <= 1.0'),
    ('window drawn, 20 years of data', 'start-20-years', 'peer-start', 'paint_ms', 'ms', 'ratio <= 1.5'),
    ('PSS', 'idle', 'peer-idle', 'pss_mb', 'MB', '< 100 MB'),
    ('private dirty', 'idle', 'peer-idle', 'dirty_mb', 'MB', '< 40 MB'),
    ('CPU idle, 60 s', 'idle', 'peer-idle', 'idle_cpu_ns_s', 's', '<= 0.01 s'),
    ('CPU running, 60 s', 'running', 'peer-running', 'idle_cpu_ns_s', 's', '<= 0.20 s'),
    ('CPU hidden, 60 s', 'hidden', None, 'idle_cpu_ns_s', 's', '<= 0.01 s'),
    ('CPU hidden and running, 60 s', 'hidden-running', None, 'idle_cpu_ns_s', 's', '<= 0.01 s'),
]
for figure, ours, peer, key, unit, goal in ROWS:
    value, other = median(ours, key), median(peer, key) if peer else None
    ratio = f'{value / other:.2f}' if value is not None and other else '-'
    print(f'{figure:32} {shown(value, unit):>12}  peer {shown(other, unit) if peer else "-":>12}  ratio {ratio:>5}  goal {goal}')
print(f'{"stripped binary":32} {os.path.getsize(binary) / 1e6:>9.1f} MB  peer {"-":>12}  ratio     -  goal < 25 MB')
