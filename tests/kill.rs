//! R1, R25: a process that saves is killed at any moment; the file is always a state that existed, and no older than
//! the last one it was told to be saved.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use mainspring::domain::Model;
use mainspring::domain::rest::{Rest, RestKind};
use mainspring::domain::waiting_room::Wish;
use mainspring::platform::clock::{Clock, SystemClock};
use mainspring::store::{Flushed, Fs, Opened, RealFs, Shrink, StorePaths, Writer, open};

/// How often a process is killed, in all.
const KILLS: u64 = 500;
/// Kills in each folder, one after the other; the file lives on from one to the next.
const KILLS_A_FOLDER: u64 = 250;
/// Name of the environment variable that makes this program the one that saves.
const FOLDER: &str = "MAINSPRING_TEST_SAVES_IN";

fn paths(folder: &Path) -> StorePaths {
    StorePaths::for_data(&RealFs, &folder.join("spring.ron"), &folder.join("state"))
}

fn fs() -> Arc<dyn Fs> {
    Arc::new(RealFs)
}

/// A state that is whole only if all of it was written together: `number` in a wish and in the days of each rest.
fn state(number: u32) -> Model {
    let now = SystemClock::new().wall();
    let from = chrono::NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + chrono::Days::new(u64::from(number % 50_000));
    let rest = |index: u128| Rest { id: uuid::Uuid::from_u128(index), from, to: from, kind: RestKind::Rest, made: now };
    let mut model = Model { rests: (0..40).map(rest).collect(), ..Model::default() };
    model.wishes =
        std::iter::once(Wish { id: uuid::Uuid::from_u128(1), title: number.to_string(), added: now }).collect();
    model
}

/// The number of a state, and a failed test if it is a mixture.
#[track_caller]
fn number(model: &Model) -> u32 {
    let number: u32 = model.wishes.last().expect("a wish").title.parse().expect("a number");
    assert_eq!(model.rests.len(), 40);
    assert!(model.rests.iter().all(|rest| rest.from == state(number).rests.last().unwrap().from), "a mixture");
    number
}

/// The file as the next start finds it; also proves that the lock of a killed process is free.
#[track_caller]
fn opened(folder: &Path) -> Option<Opened> {
    match open(&fs(), &paths(folder), SystemClock::new().wall()) {
        Opened::New(_) => None,
        Opened::ReadOnly(_, reason) => panic!("read-only: {reason:?}"),
        Opened::Recovery(recovery) => panic!("{} at {}:{}", recovery.reason, recovery.line, recovery.column),
        Opened::Missing(_) => panic!("missing"),
        ready @ Opened::Ready(_) => Some(ready),
    }
}

/// The killed program: saves one state after the other and tells each number once it is safe.
#[test]
fn saves_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let (first, mut file) = match open(&fs(), &paths(Path::new(&folder)), SystemClock::new().wall()) {
        Opened::Ready(loaded) => (number(&loaded.model) + 1, loaded.file),
        Opened::New(file) => (1, file),
        _ => panic!("neither ready nor new"),
    };
    let tell = |number: u32| writeln!(std::io::stderr().lock(), "{number}").unwrap();
    tell(first - 1);
    if first.is_multiple_of(2) {
        for number in first.. {
            file.save(&state(number), Shrink::Guard, SystemClock::new().wall()).unwrap();
            tell(number);
        }
    }
    let writer = Writer::start(file, None, Arc::new(SystemClock::new()), || {}).unwrap();
    for number in first.. {
        writer.save(state(number));
        assert_eq!(writer.flush(Duration::from_mins(1)), Flushed::Done);
        tell(number);
    }
}

/// Held while this program has a file of its own open, or starts another program: between the fork and the start of the
/// other program it shares all open files, so a lock that is given back in that moment would still be held.
static OPEN_OR_FORKING: Mutex<()> = Mutex::new(());

fn start(folder: &Path) -> Child {
    let _alone = OPEN_OR_FORKING.lock().unwrap_or_else(PoisonError::into_inner);
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "saves_until_it_is_killed", "--nocapture"])
        .env(FOLDER, folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Starts the program, kills it after `delay`, and returns the last number it told.
fn kill_after(folder: &Path, delay: Duration) -> u32 {
    let mut child = start(folder);
    let mut told = BufReader::new(child.stderr.take().unwrap());
    let mut lines = String::new();
    told.read_line(&mut lines).unwrap();
    std::thread::sleep(delay);
    child.kill().unwrap();
    child.wait().unwrap();
    told.read_to_string(&mut lines).unwrap();
    // A line that the kill cut off was not told.
    let whole = lines.rsplit_once('\n').map_or("", |(whole, _)| whole);
    let last = whole.lines().next_back().unwrap_or_default();
    last.parse().unwrap_or_else(|_| panic!("the program said {lines}"))
}

#[track_caller]
fn check_kills(seed: u64) {
    let folder = tempfile::tempdir().unwrap();
    let mut random = fastrand::Rng::with_seed(seed);
    let mut saved = 0;
    for kill in 0..KILLS_A_FOLDER {
        let told = kill_after(folder.path(), Duration::from_micros(random.u64(1_000..50_000)));
        let _alone = OPEN_OR_FORKING.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(Opened::Ready(loaded)) = opened(folder.path()) else {
            assert_eq!(told, 0, "kill {kill}: nothing is there");
            continue;
        };
        let found = number(&loaded.model);
        assert!(found >= told, "kill {kill}: {found} is older than {told}");
        assert!(found <= told + 1, "kill {kill}: {found} was never saved after {told}");
        assert!(found >= saved, "kill {kill}: {found} is older than {saved} from before");
        saved = found;
    }
    assert!(saved >= 40, "only {saved} saves: killed too early to show anything");
}

#[test]
fn five_hundred_kills_leave_a_whole_and_recent_file() {
    std::thread::scope(|scope| {
        for seed in 0..KILLS / KILLS_A_FOLDER {
            scope.spawn(move || check_kills(seed));
        }
    });
}
