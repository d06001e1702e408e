//! R21: the loader takes whatever bytes it is given, without a panic and without losing what it could not read.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::people::everything;
use crate::store::read::{Unreadable, read};
use crate::store::write::to_text;

/// Pieces that a format stumbles over.
const PIECES: [&[u8]; 24] = [
    b"(",
    b")",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\\",
    b"\n",
    b"\r",
    b"\0",
    b"r#\"",
    b"/*",
    b"//",
    b"Some(",
    b"None",
    b"NaN",
    b"-1",
    b"99999999999999999999",
    b"\xff",
    b"\xEF\xBB\xBF",
    b"\\u{110000}",
    b"#![enable(unwrap_newtypes)]",
    b"sessions: [\n",
];

fn mutate(random: &mut fastrand::Rng, seed: &[u8]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..random.usize(1..6) {
        let at = random.usize(0..=bytes.len());
        match random.u8(0..7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.u8(0..8),
            1 => bytes.truncate(at),
            2 => drop(bytes.splice(at..at, PIECES[random.usize(0..PIECES.len())].iter().copied())),
            3 => {
                let end = (at + random.usize(0..60)).min(bytes.len());
                bytes.drain(at..end);
            }
            4 => {
                let end = (at + random.usize(0..200)).min(bytes.len());
                let copy = bytes[at..end].to_vec();
                let to = random.usize(0..=bytes.len());
                bytes.splice(to..to, copy);
            }
            5 => {
                let end = (at + random.usize(0..20)).min(bytes.len());
                bytes[at..end].fill(random.u8(..));
            }
            _ => {
                let digits: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
                if !digits.is_empty() {
                    bytes[digits[random.usize(0..digits.len())]] = b'0' + random.u8(0..10);
                }
            }
        }
    }
    bytes
}

#[test]
fn ten_thousand_mutated_files_do_no_harm() {
    let whole = to_text(&everything()).unwrap().into_bytes();
    let (loaded, set_aside) = (Cell::new(0), Cell::new(0));
    let config = ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() };
    let check = |seed: u64| {
        let bytes = mutate(&mut fastrand::Rng::with_seed(seed), &whole);
        match read(&bytes) {
            Err(error) => prop_assert!(!error.to_string().is_empty()),
            Ok(read) => {
                loaded.set(loaded.get() + 1);
                set_aside.set(set_aside.get() + usize::from(read.newly_quarantined > 0));
                check_saves(&read.model);
            }
        }
        Ok(())
    };
    TestRunner::new(config).run(&any::<u64>(), check).unwrap();
    let (loaded, set_aside) = (loaded.get(), set_aside.get());
    assert!(loaded > 1_000 && set_aside > 300, "{loaded} loaded, {set_aside} with a record set aside: too tame");
}

/// What was read can be saved and read again, and nothing more is set aside then.
fn check_saves(model: &crate::domain::Model) {
    let again = read(to_text(model).unwrap().as_bytes()).unwrap();
    assert!(crate::store::document::same_data(&again.model, model));
    assert_eq!(again.newly_quarantined, 0);
}

#[test]
fn a_million_tiny_records_are_refused_in_time_and_space() {
    let bytes = format!("(version: 1, sessions: [{}])", "(),".repeat(1_100_000));
    assert!(matches!(read(bytes.as_bytes()).unwrap_err().reason, Unreadable::Syntax(_)));
    let bytes = format!("(\nversion: 1,\nsessions: [\n{}],\n)\n", "(),\n".repeat(200_000));
    assert!(matches!(read(bytes.as_bytes()).unwrap_err().reason, Unreadable::MostlyBroken { .. }));
}
