#!/usr/bin/python3
"""measure_gui: start-up time, memory, idle CPU of any X11 GUI command, headless.

  measure_gui.py [options] [--] COMMAND [ARGS...]

Each run: an Xvfb of its own on a free display (1280x800x24), a dbus-run-session of
its own, dunst as the notification daemon, a private XDG_RUNTIME_DIR; then COMMAND.
In COMMAND, --before and --after, {HOME} is the app's home directory and {RUN} a directory
that is new and empty in every run.  No window manager unless --wm.

Figures (median [min-max] over the runs):
  map_ms     exec -> first viewable top-level window of the app (poll 5 ms)
  paint_ms   exec -> that window shows >= 3 different pixel values (content drawn)
  pss/uss/rss_mb   sum over the app's process tree, --settle (10) s after exec
  svc_pss_mb PSS of D-Bus-activated services that the app brought up (not in the above)
  idle_cpu_s CPU s (utime+stime) of the tree over --idle (60) s after the settle time;
             idle_cpu_ns_s is the same from /proc/*/task/*/schedstat (finer)
  x_cpu_s    CPU s of Xvfb in that time (the redraw cost the app puts on the server)
  wakeups_s  voluntary context switches per second of the tree's threads
  start_cpu_s  CPU s of the tree from exec to the settle time
Only processes started here are ended, by pid.  Exit 0 if every run gave figures.
"""
import argparse, ctypes, ctypes.util, json, os, shlex, shutil, signal, statistics
import subprocess, sys, tempfile, time

CLK = os.sysconf('SC_CLK_TCK')

# ---------------------------------------------------------------- X11 by ctypes
X = ctypes.CDLL(ctypes.util.find_library('X11') or 'libX11.so.6')
ULONG, INT, UINT, VP = ctypes.c_ulong, ctypes.c_int, ctypes.c_uint, ctypes.c_void_p
P = ctypes.POINTER

class Attr(ctypes.Structure):
    _fields_ = [('x', INT), ('y', INT), ('w', INT), ('h', INT), ('bw', INT), ('depth', INT),
                ('visual', VP), ('root', ULONG), ('cls', INT), ('bit_g', INT), ('win_g', INT),
                ('backing', INT), ('planes', ULONG), ('pixel', ULONG), ('su', INT), ('cmap', ULONG),
                ('installed', INT), ('map_state', INT), ('aem', ctypes.c_long), ('yem', ctypes.c_long),
                ('dnp', ctypes.c_long), ('override', INT), ('screen', VP)]

class XImage(ctypes.Structure):
    _fields_ = [('width', INT), ('height', INT), ('xoffset', INT), ('format', INT),
                ('data', VP), ('byte_order', INT), ('bitmap_unit', INT), ('bit_order', INT),
                ('bitmap_pad', INT), ('depth', INT), ('bpl', INT), ('bpp', INT)]

class Hint(ctypes.Structure):
    _fields_ = [('name', VP), ('cls', VP)]

EH = ctypes.CFUNCTYPE(INT, VP, VP)
_eh = EH(lambda d, e: 0)
for n, r, a in [('XOpenDisplay', VP, [ctypes.c_char_p]), ('XDefaultRootWindow', ULONG, [VP]),
                ('XQueryTree', INT, [VP, ULONG, P(ULONG), P(ULONG), P(P(ULONG)), P(UINT)]),
                ('XGetWindowAttributes', INT, [VP, ULONG, P(Attr)]), ('XFree', INT, [VP]),
                ('XGetImage', P(XImage), [VP, ULONG, INT, INT, UINT, UINT, ULONG, INT]),
                ('XDestroyImage', INT, [P(XImage)]), ('XSetErrorHandler', VP, [EH]),
                ('XInternAtom', ULONG, [VP, ctypes.c_char_p, INT]),
                ('XGetWindowProperty', INT, [VP, ULONG, ULONG, ctypes.c_long, ctypes.c_long, INT, ULONG,
                 P(ULONG), P(INT), P(ULONG), P(ULONG), P(P(ctypes.c_ubyte))]),
                ('XGetClassHint', INT, [VP, ULONG, P(Hint)]), ('XCloseDisplay', INT, [VP])]:
    f = getattr(X, n); f.restype = r; f.argtypes = a

class Display:
    def __init__(self, name, W, H):
        X.XSetErrorHandler(_eh)
        self.d = X.XOpenDisplay(name.encode())
        if not self.d: raise RuntimeError('cannot open display ' + name)
        self.root = X.XDefaultRootWindow(self.d); self.W, self.H = W, H
        self.pid_atom = X.XInternAtom(self.d, b'_NET_WM_PID', 0)
    def children(self, w):
        r, p, n, c = ULONG(), ULONG(), UINT(), P(ULONG)()
        if not X.XQueryTree(self.d, w, ctypes.byref(r), ctypes.byref(p), ctypes.byref(c), ctypes.byref(n)): return []
        out = [c[i] for i in range(n.value)]
        if c: X.XFree(c)
        return out
    def attr(self, w):
        a = Attr()
        return a if X.XGetWindowAttributes(self.d, w, ctypes.byref(a)) else None
    def pid(self, w):
        t, f, n, l, p = ULONG(), INT(), ULONG(), ULONG(), P(ctypes.c_ubyte)()
        rc = X.XGetWindowProperty(self.d, w, self.pid_atom, 0, 1, 0, 0, ctypes.byref(t), ctypes.byref(f),
                                  ctypes.byref(n), ctypes.byref(l), ctypes.byref(p))
        v = None
        if rc == 0 and p:
            if n.value and f.value == 32: v = ctypes.cast(p, P(ULONG))[0]
            X.XFree(p)
        return v
    def cls(self, w):
        h = Hint(); s = ''
        if X.XGetClassHint(self.d, w, ctypes.byref(h)):
            for q in (h.name, h.cls):
                if q: s += ctypes.string_at(q).decode('latin1') + ' '; X.XFree(q)
        return s.strip()
    def app_window(self, tree, minw, minh, deep):
        """first viewable top-level that is the app's (or, under a WM, a client of it)"""
        for w in reversed(self.children(self.root)):
            for c in [w] + (self.children(w) if deep else []):
                a = self.attr(c)
                if not a or a.map_state != 2 or a.cls == 2 or a.w < minw or a.h < minh: continue
                k = self.cls(c)
                if 'dunst' in k.lower(): continue
                p = self.pid(c)
                if p is not None and p not in tree(): continue
                if deep and c == w and p is None and not k: continue     # a WM's frame
                return c, k, (a.w, a.h)
        return None
    def origin(self, w):                         # a viewable window's place: sum up to the root
        x = y = 0
        while w and w != self.root:
            a = self.attr(w)
            if not a: return None
            x += a.x; y += a.y
            r, p, n, c = ULONG(), ULONG(), UINT(), P(ULONG)()
            if not X.XQueryTree(self.d, w, ctypes.byref(r), ctypes.byref(p), ctypes.byref(c), ctypes.byref(n)): return None
            if c: X.XFree(c)
            w = p.value
        return x, y
    def colours(self, w):
        a = self.attr(w); o = self.origin(w)
        if not a or not o: return 0
        x0, y0 = max(0, o[0]), max(0, o[1]); x1, y1 = min(self.W, o[0] + a.w), min(self.H, o[1] + a.h)
        if x1 <= x0 or y1 <= y0: return 0
        seen = set()
        for i in range(1, 24):
            y = y0 + (y1 - y0) * i // 24
            im = X.XGetImage(self.d, self.root, x0, y, x1 - x0, 1, ULONG(-1 & (2**64 - 1)), 2)
            if not im: continue
            b = ctypes.string_at(im.contents.data, im.contents.bpl)
            seen.update(memoryview(b).cast('I')[:x1 - x0]); X.XDestroyImage(im)
            if len(seen) >= 3: break
        return len(seen)
    def close(self): X.XCloseDisplay(self.d)

# ---------------------------------------------------------------- processes
def rd(p):
    try:
        with open(p, 'rb') as f: return f.read()
    except OSError: return None

def stat(pid):
    b = rd(f'/proc/{pid}/stat')
    if not b: return None
    f = b[b.rindex(b')') + 2:].split()
    return dict(state=f[0], ppid=int(f[1]), ut=int(f[11]), st=int(f[12]), cut=int(f[13]), cst=int(f[14]), start=int(f[19]))

def pids(): return [int(x) for x in os.listdir('/proc') if x.isdigit()]

def tagged(tag):
    """pids whose environment holds this tag (exact NAME=VALUE)"""
    t = tag.encode(); out = []
    for p in pids():
        e = rd(f'/proc/{p}/environ')
        if e and t in e.split(b'\0'): out.append(p)
    return out

def descendants(roots):
    kids = {}
    for p in pids():
        s = stat(p)
        if s and s['state'] != b'Z': kids.setdefault(s['ppid'], []).append(p)
    out, todo = [], list(roots)
    while todo:
        p = todo.pop()
        if p in out: continue
        if os.path.exists(f'/proc/{p}'): out.append(p)
        todo += kids.get(p, [])
    return out

def mem(ps):
    t = dict(Pss=0, Uss=0, Rss=0, AnonUss=0)
    for p in ps:
        b = rd(f'/proc/{p}/smaps_rollup')
        if not b: continue
        v = {l.split()[0][:-1].decode(): int(l.split()[1]) for l in b.splitlines()[1:] if l.split()[0].endswith(b':')}
        t['Pss'] += v.get('Pss', 0); t['Rss'] += v.get('Rss', 0)
        t['Uss'] += v.get('Private_Clean', 0) + v.get('Private_Dirty', 0) + v.get('Private_Hugetlb', 0)
        t['AnonUss'] += v.get('Private_Dirty', 0)
    return {k: x / 1024 for k, x in t.items()}

def cpu(ps):
    """per-pid ticks (own + reaped children), ns and voluntary switches per thread"""
    tick, ns, vol = {}, {}, {}
    for p in ps:
        s = stat(p)
        if not s: continue
        tick[p] = s['ut'] + s['st'] + s['cut'] + s['cst']
        try: tids = os.listdir(f'/proc/{p}/task')
        except OSError: continue
        for t in tids:
            b = rd(f'/proc/{p}/task/{t}/schedstat')
            if b: ns[p, t] = int(b.split()[0])
            b = rd(f'/proc/{p}/task/{t}/status') or b''
            for l in b.splitlines():
                if l.startswith(b'voluntary_ctxt'): vol[p, t] = int(l.split()[1])
    return tick, ns, vol

def dsum(a, b): return sum(v - a.get(k, 0) for k, v in b.items())

def dtick(a, b):
    # ticks include reaped children, so the totals' difference also covers processes that
    # ended in between; an orphan reaped by us drops out of it, hence not below the survivors' own
    return max(sum(b.values()) - sum(a.values()), dsum(a, {k: v for k, v in b.items() if k in a}) if set(a) <= set(b) else 0, 0)

def end(ps, wait=2.0):
    """end these processes only, politely and then not"""
    ps = [(p, s['start']) for p in ps for s in [stat(p)] if s and p != os.getpid()]
    for sig in (signal.SIGTERM, signal.SIGKILL):
        for p, st in ps:
            s = stat(p)
            if s and s['start'] == st and s['state'] != b'Z':
                try: os.kill(p, sig)
                except OSError: pass
        t = time.time() + wait
        while time.time() < t:
            reap()
            if not any((s := stat(p)) and s['start'] == st and s['state'] != b'Z' for p, st in ps): return
            time.sleep(0.03)

def reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]: pass
    except ChildProcessError: pass

# ---------------------------------------------------------------- one run
def one(o, home, i):
    W, H = (int(v) for v in o.screen.split('x')[:2])
    tok = f'{os.getpid()}-{i}-{time.time_ns()}'
    rundir = tempfile.mkdtemp(prefix='mgui-run.'); xdg = os.path.join(rundir, 'xdg'); os.mkdir(xdg, 0o700)
    new = os.path.join(rundir, 'new'); os.mkdir(new)
    log = open(o.log, 'ab') if o.log else open(os.devnull, 'ab')
    env = {k: v for k, v in os.environ.items()
           if not k.startswith(('DBUS_', 'XDG_', 'WAYLAND_', 'SESSION_', 'GNOME_', 'KDE_', 'AT_SPI'))
           and k not in ('DISPLAY', 'XAUTHORITY')}
    env.update(HOME=home, XDG_RUNTIME_DIR=xdg, XDG_SESSION_TYPE='x11', MGUI_SESSION=tok,
               PATH=env.get('PATH', '/usr/bin') + ':/usr/games:/usr/local/bin')
    if o.path: env['PATH'] = o.path
    r, started = {}, []
    disp = None
    sub = lambda s: s.replace('{HOME}', home).replace('{RUN}', new)
    try:
        rfd, wfd = os.pipe()
        xv = subprocess.Popen(['Xvfb', '-displayfd', str(wfd), '-screen', '0', o.screen, '-nolisten', 'tcp',
                               '-noreset', '-ac'], pass_fds=[wfd], stdout=log, stderr=log, env=env, start_new_session=True)
        os.close(wfd); started.append(xv.pid)
        n = b''
        while not n.endswith(b'\n'):                # the number and the newline come apart
            c = os.read(rfd, 16)
            if not c: break
            n += c
        os.close(rfd); n = n.decode().strip()
        if not n: raise RuntimeError('Xvfb did not start')
        env['DISPLAY'] = ':' + n
        disp = Display(env['DISPLAY'], W, H)
        adr = os.path.join(rundir, 'addr')
        ses = subprocess.Popen(['dbus-run-session', '--', 'sh', '-c',
                                'echo "$DBUS_SESSION_BUS_ADDRESS" >"$0.t"; mv "$0.t" "$0"; exec sleep 100000', adr],
                               env=env, stdout=log, stderr=log, start_new_session=True)
        started.append(ses.pid)
        t = time.time()
        while not os.path.exists(adr):
            if time.time() - t > 10: raise RuntimeError('no dbus session')
            time.sleep(0.02)
        env['DBUS_SESSION_BUS_ADDRESS'] = open(adr).read().strip()
        infra = [xv.pid, ses.pid]
        if not o.no_dunst and shutil.which('dunst'):
            du = subprocess.Popen(['dunst'], env=env, stdout=log, stderr=log, start_new_session=True); started.append(du.pid); infra.append(du.pid)
        if o.wm:
            wm = subprocess.Popen(shlex.split(o.wm), env=env, stdout=log, stderr=log, start_new_session=True); started.append(wm.pid); infra.append(wm.pid)
        time.sleep(1.0)
        infra = set(infra) | set(tagged('MGUI_SESSION=' + tok))      # incl. dbus-daemon, sleep
        env2 = dict(env, MGUI_APP=tok)
        for kv in o.env: env2[kv.split('=', 1)[0]] = sub(kv.split('=', 1)[1])
        for b in o.before: subprocess.run(['sh', '-c', sub(b)], env=env, stdout=log, stderr=log, check=True)
        cmd = [sub(c) for c in o.cmd]
        t0 = time.monotonic()
        app = subprocess.Popen(cmd, env=env2, stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=home, start_new_session=True)
        started.append(app.pid)
        def tree():
            d = descendants([app.pid])
            return [p for p in dict.fromkeys(d + tagged('MGUI_APP=' + tok)) if p not in infra]
        win = None; cache = [0, set()]
        def tset():
            if time.monotonic() - cache[0] > 0.05: cache[:] = [time.monotonic(), set(tree())]
            return cache[1]
        def find():
            # dbus-activated instances (no MGUI_APP) count as the app's window too
            return disp.app_window(lambda: tset(), o.min_size[0], o.min_size[1], bool(o.wm))
        while time.monotonic() - t0 < min(o.window_timeout, o.settle):
            win = find()
            if win: r['map_ms'] = (time.monotonic() - t0) * 1000; break
            if app.poll() is not None and not tree(): raise RuntimeError(f'app ended, exit {app.returncode}')
            time.sleep(o.poll / 1000)
        if win:
            r['window'], r['size'] = win[1], '%dx%d' % win[2]
            while time.monotonic() - t0 < o.settle:
                if disp.colours(win[0]) >= 3: r['paint_ms'] = (time.monotonic() - t0) * 1000; break
                w2 = find()
                if w2 and w2[0] != win[0]: win = w2; r['window'] += ' -> ' + w2[1]
                time.sleep(o.poll / 1000)
        if o.after:
            time.sleep(o.after_delay)
            for a in o.after:
                try: subprocess.run(['sh', '-c', sub(a)], env=env, stdout=log, stderr=log, timeout=20, stdin=subprocess.DEVNULL)
                except subprocess.TimeoutExpired: r['after_timeout'] = 1
        time.sleep(max(0, o.settle - (time.monotonic() - t0)))
        ps = tree()
        if not ps: raise RuntimeError('app is gone at the settle time, exit %s' % app.poll())
        m = mem(ps)
        svc = [p for p in tagged('MGUI_SESSION=' + tok) if p not in infra and p not in ps]
        r.update(procs=len(ps), pss_mb=m['Pss'], uss_mb=m['Uss'], rss_mb=m['Rss'], dirty_mb=m['AnonUss'],
                 svc_pss_mb=mem(svc)['Pss'] if svc else 0.0, threads=sum(len(os.listdir(f'/proc/{p}/task')) for p in ps if os.path.exists(f'/proc/{p}/task')))
        r['svc'] = ' '.join(sorted((rd(f'/proc/{p}/comm') or b'').decode().strip() for p in svc))
        r['names'] = ' '.join(sorted((rd(f'/proc/{p}/comm') or b'').decode().strip() for p in ps))
        a, xa, sa = cpu(ps), cpu([xv.pid]), cpu(svc)
        r['start_cpu_s'] = sum(a[0].values()) / CLK
        if o.idle > 0:
            t1 = time.monotonic(); time.sleep(o.idle); el = time.monotonic() - t1
            ps2 = tree(); b, xb, sb = cpu(ps2), cpu([xv.pid]), cpu(svc); k = o.idle / el
            r.update(idle_cpu_s=dtick(a[0], b[0]) / CLK * k, idle_cpu_ns_s=dsum(a[1], b[1]) / 1e9 * k,
                     wakeups_s=dsum(a[2], b[2]) / el, x_cpu_s=dsum(xa[1], xb[1]) / 1e9 * k, svc_cpu_s=dsum(sa[1], sb[1]) / 1e9 * k)
            m = mem(ps2); r['pss_end_mb'] = m['Pss']
        if o.shot:
            subprocess.run(['import', '-silent', '-window', 'root', o.shot], env=env, stdout=log, stderr=log, timeout=20)
    finally:
        if disp: disp.close()
        end([p for p in tagged('MGUI_APP=' + tok)])
        x = started[0] if started else None
        end([p for p in set(tagged('MGUI_SESSION=' + tok)) | set(started) if p != x], 1.0)
        if x: end([x], 1.0)
        reap(); shutil.rmtree(rundir, ignore_errors=True)
    return r

def med(v): return f'{statistics.median(v):.1f} [{min(v):.1f}-{max(v):.1f}]' if max(v) >= 10 else f'{statistics.median(v):.3f} [{min(v):.3f}-{max(v):.3f}]'

def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--runs', type=int, default=5)
    ap.add_argument('--settle', type=float, default=10, help='s from exec to the memory figure')
    ap.add_argument('--idle', type=float, default=60, help='s of the idle CPU period (0: leave out)')
    ap.add_argument('--fresh-home', action='store_true', help='a new empty HOME each run (first start); else one HOME, after a warm-up run')
    ap.add_argument('--home', help='use (and keep) this directory as HOME')
    ap.add_argument('--no-warmup', action='store_true')
    ap.add_argument('--warmup', type=float, default=5, help='s of the discarded warm-up run')
    ap.add_argument('--after', action='append', default=[], help='shell command run in the session once the window is there (e.g. start a timer)')
    ap.add_argument('--after-delay', type=float, default=1)
    ap.add_argument('--env', action='append', default=[], help='NAME=VALUE for the app')
    ap.add_argument('--path', help='PATH for the session')
    ap.add_argument('--wm', help='window manager command to run too')
    ap.add_argument('--no-dunst', action='store_true')
    ap.add_argument('--screen', default='1280x800x24')
    ap.add_argument('--min-size', type=lambda s: [int(v) for v in s.split('x')], default=[48, 24])
    ap.add_argument('--window-timeout', type=float, default=10)
    ap.add_argument('--poll', type=float, default=5, help='ms')
    ap.add_argument('--shot', help='PNG of the screen at the end of the last run (needs imagemagick)')
    ap.add_argument('--json', help='append one JSON line with every run to this file')
    ap.add_argument('--before', action='append', default=[], help='shell command run before the app, not timed (e.g. copy a data file)')
    ap.add_argument('--name'); ap.add_argument('--log', help='append the output of the app to this file')
    ap.add_argument('cmd', nargs=argparse.REMAINDER)
    o = ap.parse_args()
    if o.cmd[:1] == ['--']: o.cmd = o.cmd[1:]
    if not o.cmd: ap.error('COMMAND missing')
    if '/' not in o.cmd[0] and not shutil.which(o.cmd[0], path=o.path or os.environ.get('PATH', '') + ':/usr/games'): sys.exit('no such command: ' + o.cmd[0])
    if '/' in o.cmd[0]: o.cmd[0] = os.path.abspath(o.cmd[0])
    # orphans of the app come to us, not to init, so the tree stays whole
    try: ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
    except Exception: pass
    def stop(s, f): raise KeyboardInterrupt
    signal.signal(signal.SIGTERM, stop)
    name = o.name or os.path.basename(o.cmd[0])
    home = o.home or tempfile.mkdtemp(prefix='mgui-home.'); os.makedirs(home, exist_ok=True)
    out, bad, shot = [], 0, o.shot
    try:
        if not o.no_warmup and not o.fresh_home:
            s, d, o.settle, o.idle, o.shot = o.settle, o.idle, o.warmup, 0, None
            try: one(o, home, -1)
            except RuntimeError as e: print(f'# warm-up: {e}', file=sys.stderr)
            o.settle, o.idle = s, d
        for i in range(o.runs):
            o.shot = shot if i == o.runs - 1 else None
            h = tempfile.mkdtemp(prefix='mgui-home.') if o.fresh_home else home
            try:
                r = one(o, h, i); r['load'] = os.getloadavg()[0]; out.append(r)
                print('# run %d: %s' % (i + 1, {k: round(v, 3) if isinstance(v, float) else v for k, v in r.items()}), file=sys.stderr)
            except RuntimeError as e: bad += 1; print(f'# run {i + 1}: {e}', file=sys.stderr)
            finally:
                if o.fresh_home: shutil.rmtree(h, ignore_errors=True)
    finally:
        if not o.home: shutil.rmtree(home, ignore_errors=True)
        if o.json and out:
            with open(o.json, 'a') as f: f.write(json.dumps(dict(name=name, cmd=o.cmd, after=o.after, fresh_home=o.fresh_home, idle=o.idle, settle=o.settle, runs=out)) + '\n')
    print(f'{name}: {len(out)} runs, {bad} failed; {shlex.join(o.cmd)}')
    if out: print(f'  window {out[-1].get("window")!r} {out[-1].get("size")}; processes: {out[-1]["names"]}; services: {out[-1]["svc"]}')
    for k in 'map_ms paint_ms pss_mb uss_mb dirty_mb rss_mb svc_pss_mb procs threads start_cpu_s idle_cpu_s idle_cpu_ns_s x_cpu_s svc_cpu_s wakeups_s pss_end_mb load'.split():
        v = [r[k] for r in out if k in r]
        if v: print(f'  {k:14} {med(v)}' + ('' if len(v) == len(out) else f'  (in {len(v)} of {len(out)} runs)'))
    sys.exit(1 if bad or not out else 0)

if __name__ == '__main__': main()
