//! R21: the loader takes any bytes. What it read can be saved, and reads back the same with nothing more set aside.

#![no_main]
#![allow(dead_code)] // only the loader of what is compiled here is used

use libfuzzer_sys::fuzz_target;

// The modules themselves and not the crate, which would bring the whole user interface with it.
#[path = "../../src/domain/mod.rs"]
pub mod domain;
pub mod platform;
#[path = "../../src/store/mod.rs"]
pub mod store;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(first) = store::read::read(bytes) {
        let text = store::write::to_text(&first.model).expect("what was read can be written");
        let again = store::read::read(text.as_bytes()).expect("what was written can be read");
        assert!(store::document::same_data(&again.model, &first.model));
        assert_eq!(again.newly_quarantined, 0);
    }
});
