//! The sentences of the demo: plain, and about nobody.

use crate::domain::environment::{Group, ItemKind};

pub const TITLE: &str = "Write the book";
pub const WHY: &str = "The story has been in my head for years, and I want to hold it in my hands.";
pub const IDENTITY: &str = "I am a writer";
pub const FIRST_IDENTITY: &str = "I am someone who writes every morning";
pub const CUE: &str = "After breakfast, at the kitchen table";
pub const FALLBACK: &str = "After supper, in the armchair";
pub const REWARD: &str = "Espresso on the balcony";
pub const WEAK_REWARD: &str = "A look at the news";
pub const MILESTONE: &str = "The first third of the draft";
pub const BUNDLE: &str = "the rain recording and the good tea";

pub const OLD_TITLE: &str = "Learn to touch-type";
pub const OLD_IDENTITY: &str = "I type without looking";
pub const OLD_CUE: &str = "Before lunch, at the desk";
pub const OLD_LEARNT: &str = "Ten minutes before lunch worked. Evenings did not.";

pub const WISHES: [&str; 3] = ["Learn Portuguese", "Run ten kilometres", "Repair the old bicycle"];

pub const INTENTIONS: [&str; 10] = [
    "Draft the next scene",
    "Go on where the lighthouse goes dark",
    "Read yesterday's page aloud, then write on",
    "List what happens in this chapter",
    "Write the letter in full",
    "Only the first paragraph",
    "Fix the opening of chapter 3",
    "Describe the harbour in winter",
    "Write the argument at the station",
    "Cut the chapter by a tenth",
];

pub const DONE: [&str; 10] = [
    "Drafted a scene",
    "Finished the chapter",
    "Rewrote the opening",
    "Cut two pages that went nowhere",
    "Found the name of the ship",
    "Outlined the next chapter",
    "Wrote the dialogue on the stairs",
    "Checked the tide tables",
    "Typed up the notes from the walk",
    "Moved the storm to chapter 5",
];

pub const NEXT: [&str; 8] = [
    "Start with the sound of the bell",
    "Let the door open first",
    "The storm from the window's side",
    "Answer the question in the letter",
    "One more try at the last line",
    "Write the morning after",
    "The map: where is the second island",
    "Read it aloud once",
];

pub const NOTES: [&str; 6] = [
    "Slow start, then it went by itself.",
    "Short, but it counts.",
    "The rain helped.",
    "Too late in the day. Tomorrow in the morning again.",
    "Best page in weeks.",
    "Stopped in the middle of a sentence on purpose.",
];

pub const PROOFS: [&str; 6] = [
    "Wrote before breakfast though tired",
    "Wrote on the train instead of reading the news",
    "Came back after days away",
    "Threw a page away and began again",
    "Wrote although nothing came at first",
    "Kept to the table until the bell",
];

/// The words of one if-then plan.
pub struct PlanTexts {
    pub obstacle: &'static str,
    pub action: &'static str,
    pub wish: &'static str,
    pub outcome: &'static str,
}

pub const PLANS: [PlanTexts; 3] = [
    PlanTexts {
        obstacle: "I am too tired to start",
        action: "open the file and write one line",
        wish: "",
        outcome: "",
    },
    PlanTexts {
        obstacle: "I reach for the phone",
        action: "put it in the drawer in the hall",
        wish: "Write every morning this month",
        outcome: "The second part would be there to read",
    },
    PlanTexts {
        obstacle: "I do not know where to go on",
        action: "read yesterday's last page aloud",
        wish: "",
        outcome: "",
    },
];

pub const ENVIRONMENT: [(Group, ItemKind, &str); 10] = [
    (Group::Distractions, ItemKind::EverySession, "Phone in the drawer"),
    (Group::Distractions, ItemKind::SetUpOnce, "Log out of social media on this computer"),
    (Group::EasyStart, ItemKind::EverySession, "Draft open"),
    (Group::EasyStart, ItemKind::EverySession, NEWEST),
    (Group::EasyStart, ItemKind::SetUpOnce, "A shortcut to the draft on the desktop"),
    (Group::Reminders, ItemKind::SetUpOnce, "The notebook beside the coffee tin"),
    (Group::Reminders, ItemKind::SetUpOnce, NOT_SET_UP),
    (Group::Place, ItemKind::SetUpOnce, "The kitchen table, facing the window"),
    (Group::Place, ItemKind::SetUpOnce, "A lamp for dark mornings"),
    (Group::Place, ItemKind::SetUpOnce, "Everyone knows when the door is closed"),
];
pub const NEWEST: &str = "Tea";
pub const NOT_SET_UP: &str = "The map of the island on the wall";
pub const PUT_AWAY: &str = "Wi-Fi off";
