//! R2, R3, R11: whatever operation fails, the file is the old state or the new one, and a later save works.

use std::path::Path;
use std::sync::Arc;

use super::fault_fs::{Fault, FaultFs, Plan};
use super::flow::{paths, ready, real, saved};
use super::samples::{model, noon};
use crate::domain::Model;
use crate::store::atomic::SaveError;
use crate::store::document::same_data;
use crate::store::read::read;
use crate::store::{BackupKind, DataFile, Fs, Opened, Shrink, open};

/// Opens and saves through the faults; `None` when it was not even opened for writing.
fn open_and_save(faults: &FaultFs, dir: &Path) -> Option<(DataFile, Result<(), SaveError>)> {
    let fs: Arc<dyn Fs> = Arc::new(faults.clone());
    let mut file = match open(&fs, &paths(dir), noon()) {
        Opened::Ready(loaded) => loaded.file,
        Opened::New(_) => panic!("a file that is there was taken for a first start"),
        Opened::ReadOnly(..) | Opened::Recovery(_) | Opened::Missing(_) => return None,
    };
    let _ = file.back_up(BackupKind::Auto, noon());
    let result = file.save(&model(2), Shrink::Guard, noon());
    Some((file, result.map(drop)))
}

fn on_disk(dir: &Path) -> Model {
    read(&std::fs::read(paths(dir).data).expect("a file")).expect("a file that loads").model
}

#[track_caller]
fn check_plan(faults: &FaultFs, plan: Plan) {
    let (dir, old, new) = (tempfile::tempdir().unwrap(), model(1), model(2));
    saved(dir.path(), &old);
    faults.plan(plan.clone());
    let outcome = open_and_save(faults, dir.path());
    let found = on_disk(dir.path());
    let is_new = same_data(&found, &new);
    assert!(is_new || same_data(&found, &old), "{plan:?}: neither old nor new");
    faults.plan(Plan::Never);
    let Some((mut file, result)) = outcome else { return };
    assert!(is_new || result.is_err(), "{plan:?}: said to be saved, and is not");
    file.save(&model(3), Shrink::Guard, noon()).unwrap_or_else(|error| panic!("{plan:?}: {error} later"));
    assert!(same_data(&on_disk(dir.path()), &model(3)), "{plan:?}");
    let leftovers = std::fs::read_dir(paths(dir.path()).folder()).unwrap().count();
    assert!(leftovers <= 4, "{plan:?}: {leftovers} files are left");
}

/// How many operations opening and saving take without a fault.
fn operations() -> usize {
    let (faults, dir) = (FaultFs::default(), tempfile::tempdir().unwrap());
    saved(dir.path(), &model(1));
    faults.plan(Plan::Never);
    open_and_save(&faults, dir.path()).unwrap().1.unwrap();
    faults.log().len()
}

#[track_caller]
fn check_each(fault: Fault) {
    let faults = FaultFs::default();
    let operations = operations();
    assert!(operations > 20, "{operations} operations are too few to be true");
    for number in 0..operations {
        check_plan(&faults, Plan::At(vec![number], fault));
        check_plan(&faults, Plan::From(number, fault));
    }
}

#[test]
fn any_operation_may_fail() {
    check_each(Fault::Fail);
}

#[test]
fn any_operation_may_fail_after_it_took_place() {
    check_each(Fault::Late);
}

#[test]
fn any_write_may_stop_half_way() {
    check_each(Fault::Short);
}

#[test]
fn any_two_operations_may_fail() {
    let faults = FaultFs::default();
    let operations = operations();
    for first in 0..operations {
        // What follows a fault within reach: its clean-up, and the next step.
        for second in first + 1..first + 9 {
            check_plan(&faults, Plan::At(vec![first, second], Fault::Fail));
        }
    }
}

#[test]
fn a_byte_that_flips_on_the_way_is_noticed_and_the_old_file_stays() {
    let (faults, dir) = (FaultFs::default(), tempfile::tempdir().unwrap());
    let paths = saved(dir.path(), &model(1));
    let before = std::fs::read(&paths.data).unwrap();
    let mut file = ready(open(&(Arc::new(faults.clone()) as Arc<dyn Fs>), &paths, noon())).file;
    faults.plan(Plan::Named("write", Fault::Flip));
    assert_eq!(file.save(&model(2), Shrink::Guard, noon()), Err(SaveError::NotVerified));
    assert_eq!(std::fs::read(&paths.data).unwrap(), before);
}

#[test]
fn a_figure_that_is_no_number_never_reaches_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(1));
    let before = std::fs::read(&paths.data).unwrap();
    let mut file = ready(open(&real(), &paths, noon())).file;
    for amount in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let mut broken = model(1);
        let id = broken.counts.iter().next().unwrap().id;
        broken.counts.update(id, |count| count.amount = amount);
        assert!(matches!(file.save(&broken, Shrink::Guard, noon()), Err(SaveError::Write(_))));
    }
    assert_eq!(std::fs::read(&paths.data).unwrap(), before);
}

#[test]
fn a_save_writes_syncs_reads_back_renames_and_syncs_the_folder() {
    let (faults, dir) = (FaultFs::default(), tempfile::tempdir().unwrap());
    let paths = saved(dir.path(), &model(1));
    let mut file = ready(open(&(Arc::new(faults.clone()) as Arc<dyn Fs>), &paths, noon())).file;
    faults.plan(Plan::Never);
    file.save(&model(2), Shrink::Guard, noon()).unwrap();
    // Only Unix has modes to carry over.
    let log: Vec<&str> = faults.log().into_iter().filter(|name| *name != "set_mode").collect();
    assert_eq!(log, ["create_new", "write", "metadata", "sync", "read", "read", "rename", "sync_dir"]);
    faults.plan(Plan::Never);
    file.save(&model(2), Shrink::Guard, noon()).unwrap();
    assert_eq!(faults.log(), [""; 0]);
}
