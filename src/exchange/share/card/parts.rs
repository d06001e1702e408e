//! The blocks in the middle of a card: figures, days, and what got done.

use std::fmt::{Result, Write};

use super::{APART, CORNER, Size};
use crate::exchange::share::ink::{self, Area, Look, Style};
use crate::exchange::share::{Drawn, Figure, List, Told, bars, emblem, fit, text};
use crate::exchange::svg::{REGULAR, SEMIBOLD};

/// Height of a tile from which it has room for a bar and larger words.
const ROOMY: f64 = 132.0;
/// Height of a row from which its note has a line of its own.
const HIGH_ROW: f64 = 64.0;
/// The least height of a row.
const LOW_ROW: f64 = 44.0;
/// Figures from which a wide card gives them more of its width.
const MANY: usize = 5;
/// Lines of a list on the card, and the least it has room for where lines are left out: one, and that there are more.
const MOST_LINES: usize = 4;
const LEAST_ROWS: usize = 2;
/// On a square card: heights of a tile, of a row of figures, of a block of lines without and for each line, and the least
/// of a drawing.
const TILE: f64 = 172.0;
const ROW: f64 = 88.0;
const LINES: f64 = 72.0;
const LINE: f64 = 38.0;
const DRAWING: f64 = 250.0;

/// Draws the blocks, and takes out of what is told the lines for which there is no room.
pub(super) fn draw(out: &mut String, told: &mut Told, (body, size): (Area, Size), look: &Look) -> Result {
    told.lists.truncate(1);
    let has_room = match size {
        Size::Wide => told.figures.is_empty() || told.drawn.is_none(),
        Size::Square => told.lists.iter().all(|list| square_has_room(told, list, body)),
    };
    if !has_room {
        told.lists.clear();
    }
    match size {
        Size::Wide => wide(out, told, body, look),
        Size::Square => square(out, told, body, look),
    }
}

/// Whether there is nothing to tell in the middle.
pub(super) fn is_bare(told: &Told) -> bool {
    told.figures.is_empty() && told.drawn.is_none() && told.lists.is_empty()
}

/// Two blocks side by side, or one; the mark of the app where there is nothing to tell.
fn wide(out: &mut String, told: &mut Told, body: Area, look: &Look) -> Result {
    let list = told.lists.first_mut();
    let has_figures = !told.figures.is_empty();
    let share = if told.figures.len() >= MANY { 0.6 } else { 0.48 };
    match (has_figures, &told.drawn, list) {
        (true, Some(drawn), _) => {
            let (left, right) = beside(body, share);
            rows(out, &told.figures, left, look)?;
            days(out, drawn, right, look)
        }
        (true, None, Some(list)) => {
            let (left, right) = beside(body, share);
            rows(out, &told.figures, left, look)?;
            lines(out, list, right, look)
        }
        (true, None, None) => across(out, &told.figures, body, look),
        (false, Some(drawn), Some(list)) => {
            let (left, right) = beside(body, 0.5);
            lines(out, list, left, look)?;
            days(out, drawn, right, look)
        }
        (false, Some(drawn), None) => days(out, drawn, body, look),
        (false, None, Some(list)) => lines(out, list, body, look),
        (false, None, None) => mark(out, body, look),
    }
}

/// Whether the figures have enough room beside a list and a drawing.
fn square_has_room(told: &Told, list: &List, body: Area) -> bool {
    let low = if told.figures.is_empty() { 0.0 } else { LOW_ROW * told.figures.len() as f64 + 16.0 };
    body.height - drawing(told) - least(list) >= low
}

/// The height of a drawing, and the least of a list, each with what parts it from the next block.
fn drawing(told: &Told) -> f64 {
    if told.drawn.is_some() { DRAWING + APART } else { 0.0 }
}

fn least(list: &List) -> f64 {
    LINES + LINE * wanted_rows(list).min(LEAST_ROWS) as f64 + APART
}

/// Blocks below one another.
fn square(out: &mut String, told: &mut Told, body: Area, look: &Look) -> Result {
    let (mut rest, drawing) = (body, drawing(told));
    let is_bare = is_bare(told);
    let list = told.lists.first_mut();
    if !told.figures.is_empty() {
        let words = list.as_deref().map_or(0.0, least);
        let room = rest.height - drawing - words;
        let height = if drawing + words > 0.0 { room.min(tall(told.figures.len())) } else { rest.height };
        figures(out, &told.figures, Area { height, ..rest }, look)?;
        rest = below(rest, height);
    }
    if let Some(list) = list {
        let wanted = LINES + LINE * wanted_rows(list) as f64;
        let height = if told.drawn.is_some() { wanted.min(rest.height - drawing) } else { rest.height };
        lines(out, list, Area { height, ..rest }, look)?;
        rest = below(rest, height);
    }
    match &told.drawn {
        Some(drawn) => days(out, drawn, rest, look),
        None if is_bare => mark(out, body, look),
        None => Ok(()),
    }
}

/// Figures stand as tiles where they fill a grid of two columns with room, else as rows.
fn figures(out: &mut String, all: &[Figure], area: Area, look: &Look) -> Result {
    let lines = all.len().div_ceil(2) as f64;
    let tile = (area.height - APART * (lines - 1.0)) / lines;
    if is_grid(all.len()) && tile >= ROOMY { grid(out, all, 2, area, look) } else { rows(out, all, area, look) }
}

/// The height that figures would like to have.
fn tall(count: usize) -> f64 {
    let lines = count.div_ceil(2) as f64;
    if is_grid(count) { TILE * lines + APART * (lines - 1.0) } else { ROW * count as f64 + 16.0 }
}

fn is_grid(count: usize) -> bool {
    matches!(count, 1 | 2 | 4)
}

fn below(area: Area, height: f64) -> Area {
    let taken = height + APART;
    Area { y: area.y + taken, height: (area.height - taken).max(0.0), ..area }
}

fn beside(area: Area, share: f64) -> (Area, Area) {
    let left = (area.width - APART) * share;
    (Area { width: left, ..area }, Area { x: area.x + left + APART, width: area.width - APART - left, ..area })
}

fn mark(out: &mut String, body: Area, look: &Look) -> Result {
    let radius = body.height.min(body.width) / 2.0 - 8.0;
    let centre = (body.x + body.width / 2.0, body.y + body.height / 2.0);
    emblem::draw_faint(out, centre, radius.clamp(24.0, 260.0), look)
}

/// Tiles in one row, or two of more than three.
fn across(out: &mut String, all: &[Figure], area: Area, look: &Look) -> Result {
    let columns = if all.len() > 3 { all.len().div_ceil(2) } else { all.len() };
    grid(out, all, columns, area, look)
}

/// One block with a row for each figure: name and note at the left, the figure at the right.
fn rows(out: &mut String, all: &[Figure], area: Area, look: &Look) -> Result {
    ink::card(out, area, CORNER, (&look.surface, &look.line))?;
    let inner = Area { x: area.x + 28.0, y: area.y + 8.0, width: area.width - 56.0, height: area.height - 16.0 };
    let height = inner.height / all.len().max(1) as f64;
    let low = (height < HIGH_ROW).then(|| Low::of(all, inner.width));
    for (nth, figure) in all.iter().enumerate() {
        let area = Area { y: inner.y + height * nth as f64, height, ..inner };
        if nth > 0 {
            rule(out, (inner.x, inner.right(), area.y), look)?;
        }
        match &low {
            Some(low) => low_row(out, figure, (area, low), look)?,
            None => row(out, figure, area, look)?,
        }
    }
    Ok(())
}

fn rule(out: &mut String, (left, right, y): (f64, f64, f64), look: &Look) -> Result {
    writeln!(out, r#"<path d="M{left:.1} {y:.1}H{right:.1}" stroke="{}" stroke-width="2"/>"#, look.line)
}

/// Name and figure on one line, the note below them both.
fn row(out: &mut String, figure: &Figure, area: Area, look: &Look) -> Result {
    let scaled = |share: f64, least: f64, most: f64| (area.height * share).clamp(least, most);
    let (large, name, note) = (scaled(0.42, 24.0, 42.0), scaled(0.27, 18.0, 26.0), scaled(0.22, 15.0, 21.0));
    let [name_words, value, note_words] = words_of(figure);
    let (value, large) = fitted(&value, area.width * 0.6, large);
    let shown = fit::cut(&value, area.width * 0.6, large);
    let below = if note_words.is_empty() { 0.0 } else { note * 1.5 };
    let first = area.y + (area.height - below) / 2.0 + large * 0.36;
    let strong = Style { size: large, font: SEMIBOLD, colour: &look.ink };
    ink::anchored(out, &shown, (area.right(), first), "end", strong)?;
    let left = Area { width: area.width - fit::width(&shown, large) - 16.0, ..area };
    ink::line(out, &name_words, left, first, Style { size: name, font: REGULAR, colour: &look.ink })?;
    let muted = Style { size: note, font: REGULAR, colour: &look.muted };
    note_line(out, &note_words, area, (first + note * 1.5, muted))
}

fn words_of(figure: &Figure) -> [String; 3] {
    [&figure.name, &figure.value, &figure.note].map(|words| text::one_line(words))
}

/// What low rows have in common: where their notes begin, and how large they are.
struct Low {
    beside: f64,
    note: f64,
}

impl Low {
    const LARGE: f64 = 26.0;
    const NAME: f64 = 20.0;
    const GAP: f64 = 14.0;

    /// The notes begin after the widest name that leaves them half of the width, and are so large that each has its first
    /// part beside it.
    fn of(all: &[Figure], width: f64) -> Self {
        let names = all.iter().map(|figure| fit::width(&text::one_line(&figure.name), Self::NAME));
        let beside = names.filter(|name| *name <= width * 0.5).fold(0.0, f64::max) + Self::GAP;
        let fits = |note: f64| {
            all.iter().all(|figure| {
                let [_, value, words] = words_of(figure);
                beside + fit::width(first_part(&words), note) + Self::GAP + fit::width(&value, Self::LARGE) <= width
            })
        };
        let note = [18.0, 17.0, 16.0].into_iter().find(|note| fits(*note)).unwrap_or(15.0);
        Self { beside, note }
    }
}

/// Name, note and figure on one line in the middle of the row.
fn low_row(out: &mut String, figure: &Figure, (area, low): (Area, &Low), look: &Look) -> Result {
    let [name_words, value, note_words] = words_of(figure);
    let (value, large) = fitted(&value, area.width * 0.5, Low::LARGE);
    let value = fit::cut(&value, area.width * 0.5, large);
    let baseline = area.y + area.height / 2.0 + large * 0.36;
    let strong = Style { size: large, font: SEMIBOLD, colour: &look.ink };
    ink::anchored(out, &value, (area.right(), baseline), "end", strong)?;
    let left = Area { width: area.width - fit::width(&value, large) - Low::GAP, ..area };
    ink::line(out, &name_words, left, baseline, Style { size: Low::NAME, font: REGULAR, colour: &look.ink })?;
    let taken = low.beside.max(fit::width(&name_words, Low::NAME) + Low::GAP);
    let x = if fit::is_rtl(&name_words) { left.x } else { left.x + taken };
    let beside = Area { x, width: left.width - taken, ..left };
    let muted = Style { size: low.note, font: REGULAR, colour: &look.muted };
    let words = whole_parts(&note_words, beside.width, low.note);
    if words.is_empty() { Ok(()) } else { ink::line(out, words, beside, baseline, muted) }
}

/// A note on its own line: whole, or smaller, or as many of its parts as fit, or else cut.
fn note_line(out: &mut String, note: &str, area: Area, (baseline, style): (f64, Style<'_>)) -> Result {
    let width = fit::width(note, style.size);
    let size = if width > area.width { (style.size * area.width / width).max(style.size * 0.8) } else { style.size };
    let parts = whole_parts(note, area.width, size);
    let words = if parts.is_empty() { note } else { parts };
    ink::line(out, words, area, baseline, Style { size, ..style })
}

fn first_part(note: &str) -> &str {
    part_ends(note).next().map_or(note, |end| &note[..end])
}

/// Where the parts of a note end: before a comma or a semicolon.
fn part_ends(note: &str) -> impl DoubleEndedIterator<Item = usize> {
    let ends = note.match_indices([',', ';']).map(|(at, _)| at).chain([note.len()]);
    ends.filter(|end| note[*end..].chars().nth(1).is_none_or(char::is_whitespace))
}

/// As many of a note's parts as fit beside one another.
fn whole_parts(note: &str, room: f64, size: f64) -> &str {
    let end = part_ends(note).rev().find(|end| fit::width(&note[..*end], size) <= room);
    &note[..end.unwrap_or(0)]
}

fn grid(out: &mut String, all: &[Figure], columns: usize, area: Area, look: &Look) -> Result {
    let columns = columns.max(1);
    let rows = all.len().div_ceil(columns).max(1);
    let height = (area.height - APART * (rows - 1) as f64) / rows as f64;
    for (row, figures) in all.chunks(columns).enumerate() {
        // A row with fewer tiles has wider ones.
        let count = figures.len() as f64;
        let width = (area.width - APART * (count - 1.0)) / count;
        for (column, figure) in figures.iter().enumerate() {
            let (x, y) = (area.x + (width + APART) * column as f64, area.y + (height + APART) * row as f64);
            tile(out, figure, Area { x, y, width, height }, look)?;
        }
    }
    Ok(())
}

fn tile(out: &mut String, figure: &Figure, area: Area, look: &Look) -> Result {
    ink::card(out, area, CORNER.min(area.height / 4.0), (&look.surface, &look.line))?;
    let is_roomy = area.height >= ROOMY;
    let (pad, small, large) = if is_roomy { (24.0, 22.0, 46.0) } else { (18.0, 18.0, 32.0) };
    let inner = Area { x: area.x + pad, width: area.width - 2.0 * pad, ..area };
    let [name, value, note] = words_of(figure);
    let bar = figure.share.filter(|_| is_roomy && area.height >= ROOMY + 20.0);
    // Words and bar stand in the middle of the tile.
    let lines = if note.is_empty() { 0.0 } else { small * 1.4 };
    let content = small + large * 1.2 + lines + if bar.is_some() { 26.0 } else { 0.0 };
    let top = area.y + (area.height - content) / 2.0;
    let muted = Style { size: small, font: REGULAR, colour: &look.muted };
    ink::line(out, &name, inner, top + small * 0.8, muted)?;
    let (value, size) = fitted(&value, inner.width, large);
    let strong = Style { size, font: SEMIBOLD, colour: &look.ink };
    ink::line(out, &value, inner, top + small + large, strong)?;
    note_line(out, &note, inner, (top + small + large * 1.2 + small, muted))?;
    if let Some(share) = bar {
        let track = Area { y: top + content - 10.0, height: 10.0, ..inner };
        ink::block(out, track, 5.0, &look.track)?;
        if share > 0.0 {
            ink::block(out, Area { width: (track.width * share).max(10.0), ..track }, 5.0, &look.stage[0])?;
        }
    }
    Ok(())
}

/// A value as large as fits on its line.
fn fitted(value: &str, room: f64, largest: f64) -> (String, f64) {
    let width = fit::width(value, largest);
    let size = if width > room { (largest * room / width).max(largest * 0.6) } else { largest };
    (value.to_owned(), size)
}

fn days(out: &mut String, drawn: &Drawn, area: Area, look: &Look) -> Result {
    ink::card(out, area, CORNER, (&look.surface, &look.line))?;
    let inner = area.within(28.0);
    let title = Style { size: 22.0, font: SEMIBOLD, colour: &look.muted };
    ink::line(out, &drawn.title, inner, inner.y + 16.0, title)?;
    let plot = Area { y: inner.y + 32.0, height: inner.height - 32.0, ..inner };
    bars::draw(out, drawn, plot, (look, 20.0))
}

/// Draws a list, and takes out of it what is not shown.
fn lines(out: &mut String, list: &mut List, area: Area, look: &Look) -> Result {
    ink::card(out, area, CORNER, (&look.surface, &look.line))?;
    let inner = area.within(28.0);
    let title = Style { size: 22.0, font: SEMIBOLD, colour: &look.muted };
    ink::line(out, &list.title, inner, inner.y + 16.0, title)?;
    let style = Style { size: 26.0, font: REGULAR, colour: &look.ink };
    let baseline = |nth: usize| inner.y + 16.0 + LINE * (nth + 1) as f64;
    let rows = (((inner.height - 16.0) / LINE) as usize).min(2 * MOST_LINES);
    let shown = shown(list, rows);
    list.lines.truncate(shown);
    for (nth, words) in list.lines.iter_mut().enumerate() {
        *words = fit::cut(&text::one_line(words), inner.width, style.size);
        ink::line(out, words, inner, baseline(nth), style)?;
    }
    let muted = Style { size: 22.0, colour: &look.muted, ..style };
    if shown < rows { ink::line(out, &text::one_line(list.more(shown)), inner, baseline(shown), muted) } else { Ok(()) }
}

/// How many lines of a list are shown in so many rows: where some are left out, the last row says how many.
fn shown(list: &List, rows: usize) -> usize {
    let all = list.lines.len();
    let is_whole = all <= rows && list.more(all).is_empty();
    if is_whole { all } else { all.min(rows.saturating_sub(1)) }
}

/// The rows that a list would like to have.
fn wanted_rows(list: &List) -> usize {
    let all = list.lines.len();
    let rows = if list.more(all).is_empty() { all } else { all + 1 };
    rows.clamp(1, MOST_LINES)
}
