//! The pictures of docs/screenshots: drawn in every run, checked for sense, and written where they are asked for.
//!
//! ```sh
//! MAINSPRING_SCREENSHOTS=1 cargo test --test app screenshots
//! ```

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use eframe::egui::{Color32, Role};
use egui_kittest::kittest::Queryable;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, RgbaImage};
use mainspring::domain::settings::ThemeChoice;
use mainspring::ui::theme::Theme;

use crate::desk::{Desk, SIZE, Window};
use crate::screens::{Screen, themed};

/// With this variable set the pictures are written into the tree.
const WRITE: &str = "MAINSPRING_SCREENSHOTS";

/// Held while a desk may stand in the one folder whose name is seen.
static NAMED_FOLDER: Mutex<()> = Mutex::new(());

/// A picture as rows of pixels.
struct Picture {
    size: (u32, u32),
    pixels: Vec<[u8; 4]>,
}

impl Picture {
    /// How many of its pixels have a colour, from 0 to 1.
    fn share(&self, colour: Color32) -> f64 {
        let same = self.pixels.iter().filter(|pixel| near(**pixel, colour)).count();
        same as f64 / self.pixels.len() as f64
    }

    fn colours(&self) -> usize {
        self.pixels.iter().collect::<std::collections::HashSet<_>>().len()
    }
}

/// The same but for rounding on the way through the graphics card.
fn near(pixel: [u8; 4], colour: Color32) -> bool {
    pixel.iter().zip(colour.to_array()).all(|(one, other)| one.abs_diff(other) <= 2)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screenshots")
}

fn draw(window: &mut Window, name: &str) -> Picture {
    let image = window.render().expect("a picture");
    if std::env::var_os(WRITE).is_some() {
        std::fs::create_dir_all(folder()).expect("a folder");
        write(&image, &folder().join(format!("{name}.png")));
    }
    let pixels = image.pixels().map(|pixel| pixel.0).collect();
    Picture { size: image.dimensions(), pixels }
}

/// Writes a picture as small as a PNG gets: no alpha, and no filter, as most of its rows are flat.
fn write(image: &RgbaImage, path: &Path) {
    let file = BufWriter::new(File::create(path).expect("a picture's file"));
    let encoder = PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::NoFilter);
    let opaque = DynamicImage::from(image.clone()).into_rgb8();
    opaque.write_with_encoder(encoder).expect("a written picture");
}

/// A desk; where its path will be seen in a written picture, always in the same place.
fn desk(screen: Screen) -> Desk {
    if std::env::var_os(WRITE).is_none() || !matches!(screen, Screen::Recovery | Screen::Settings) {
        return Desk::new();
    }
    let folder = std::env::temp_dir().join("mainspring");
    let _none_there = std::fs::remove_dir_all(&folder);
    Desk::at(folder)
}

#[track_caller]
fn check_screen(screen: Screen) {
    let _one_at_a_time = NAMED_FOLDER.lock().unwrap_or_else(PoisonError::into_inner);
    let looks = [("light", ThemeChoice::Light, Theme::light()), ("dark", ThemeChoice::Dark, Theme::dark())];
    for (look, choice, theme) in looks {
        let desk = desk(screen);
        let mut window = screen.open(&desk, themed(choice), SIZE);
        let picture = draw(&mut window, &format!("{}-{look}", screen.name()));
        assert_eq!(picture.size, (1280, 800), "{screen:?} {look}");
        let grounds = [theme.background, theme.surface];
        let mut ground: f64 = grounds.iter().map(|colour| picture.share(*colour)).sum();
        if window.query_by_role(Role::Dialog).is_some() {
            // Below a sheet the page is in its shade.
            ground += grounds.iter().map(|colour| picture.share(colour.blend(theme.backdrop))).sum::<f64>();
        }
        assert!(ground > 0.5, "{screen:?} {look}: only {ground:.2} of it is ground");
        let colours = picture.colours();
        assert!(colours > 100, "{screen:?} {look}: {colours} colours, so next to nothing is drawn");
    }
}

#[test]
fn the_spring_at_rest() {
    check_screen(Screen::Focus);
}

#[test]
fn a_session_that_runs() {
    check_screen(Screen::Running);
}

#[test]
fn the_card_after_a_session() {
    check_screen(Screen::Card);
}

#[test]
fn the_rewards_of_several_layers_on_the_card() {
    check_screen(Screen::CardRewards);
}

#[test]
fn the_rewards_that_wait() {
    check_screen(Screen::Tray);
}

#[test]
fn the_break_of_a_reward() {
    check_screen(Screen::Break);
}

#[test]
fn the_question_how_good_it_was() {
    check_screen(Screen::RateBreak);
}

#[test]
fn the_goal() {
    check_screen(Screen::Goal);
}

#[test]
fn the_progress() {
    check_screen(Screen::Progress);
}

#[test]
fn the_settings() {
    check_screen(Screen::Settings);
}

#[test]
fn the_first_run() {
    check_screen(Screen::FirstRun);
}

#[test]
fn a_file_that_cannot_be_read() {
    check_screen(Screen::Recovery);
}

#[test]
fn what_makes_starting_easier() {
    check_screen(Screen::Environment);
}

#[test]
fn a_plan_half_written() {
    check_screen(Screen::PlanForm);
}

#[test]
fn a_plan_written_step_by_step() {
    check_screen(Screen::GuidedPlan);
}

#[test]
fn something_in_the_way() {
    check_screen(Screen::InTheWay);
}

#[test]
fn the_path_of_a_young_goal() {
    check_screen(Screen::Path);
}

#[test]
fn the_end_of_a_stage() {
    check_screen(Screen::StageEnd);
}

#[test]
fn a_piece_of_advice() {
    check_screen(Screen::Nudge);
}

#[test]
fn a_longer_session_on_offer() {
    check_screen(Screen::LengthOffer);
}

#[test]
fn what_the_evidence_says() {
    check_screen(Screen::EvidenceCard);
}

#[test]
fn the_reminders() {
    check_screen(Screen::SettingsReminders);
}

#[test]
fn the_reviews() {
    check_screen(Screen::Review);
}

#[test]
fn the_review_of_a_week() {
    check_screen(Screen::ReviewWeek);
}

#[test]
fn the_review_of_a_month() {
    check_screen(Screen::ReviewMonth);
}

#[test]
fn the_progress_of_a_year() {
    check_screen(Screen::ProgressYear);
}

#[test]
fn the_progress_since_the_start() {
    check_screen(Screen::ProgressAll);
}

#[test]
fn the_figures_of_a_chart() {
    check_screen(Screen::ProgressTable);
}

#[test]
fn progress_before_the_first_session() {
    check_screen(Screen::ProgressEmpty);
}

#[test]
fn progress_after_one_session() {
    check_screen(Screen::ProgressOne);
}

#[test]
fn progress_after_five_sessions() {
    check_screen(Screen::ProgressFive);
}

#[test]
fn what_was_tried_and_kept() {
    check_screen(Screen::Experiment);
}

#[test]
fn the_ladder_of_rewards() {
    check_screen(Screen::Rewards);
}

#[test]
fn a_ladder_without_rewards_yet() {
    check_screen(Screen::RewardsEmpty);
}

#[test]
fn level_and_badges() {
    check_screen(Screen::Badges);
}

#[test]
fn the_people() {
    check_screen(Screen::People);
}

#[test]
fn nobody_told_yet() {
    check_screen(Screen::PeopleEmpty);
}

#[test]
fn a_pledge_about_to_be_made() {
    check_screen(Screen::Pledge);
}

#[test]
fn what_is_shared_shown_first() {
    check_screen(Screen::Share);
}

#[test]
fn what_is_shared_as_a_picture() {
    check_screen(Screen::SharePicture);
}

#[test]
fn what_was_told_and_answered() {
    check_screen(Screen::CheckIns);
}

#[test]
fn what_is_sent_by_itself() {
    check_screen(Screen::Outlet);
}

#[test]
fn the_pictures_that_the_readme_shows_are_there_and_small() {
    let readme = include_str!("../../README.md");
    let mut names: Vec<String> = readme
        .split("docs/screenshots/")
        .skip(1)
        .map(|rest| rest.split(')').next().unwrap_or_default().to_owned())
        .collect();
    assert!(names.len() >= 3, "{names:?}");
    names.extend(Screen::DOCUMENTED.iter().flat_map(|screen| {
        let name = screen.name();
        [format!("{name}-light.png"), format!("{name}-dark.png")]
    }));
    for name in names {
        let bytes = std::fs::metadata(folder().join(&name)).unwrap_or_else(|error| panic!("{name}: {error}")).len();
        assert!((5_000..200_000).contains(&bytes), "{name}: {bytes} bytes");
    }
}
