//! Cuts the text of a file into its records, without looking into them.
//!
//! The app's own layout is cut line by line, which is fast. Anything else that is RON, such as a file a person
//! has laid out anew, is cut by the parser.

use std::fmt;

use ron::value::RawValue;
use serde::de::{Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, de};

use super::document::{Head, LISTS, MAX_RECORDS, SINGLES, read_options};
use super::read::{ReadError, Unreadable};

/// A file, cut: every piece is a slice of its text.
#[derive(Debug)]
pub struct Sections<'a> {
    pub head: Head,
    /// The records of each of [`LISTS`].
    pub lists: Vec<Vec<&'a str>>,
    /// What stands once, in the order of [`SINGLES`].
    pub singles: [Option<&'a str>; SINGLES.len()],
    /// Names that this version does not know, with what they hold.
    pub unknown: Vec<(String, &'a str)>,
}

impl Sections<'_> {
    fn empty() -> Self {
        let lists = LISTS.iter().map(|_| Vec::new()).collect();
        Self { head: Head::default(), lists, singles: Default::default(), unknown: Vec::new() }
    }
}

/// Cuts a file that has exactly the layout this app writes; `None` for any other.
pub fn split_lines(text: &str) -> Option<Sections<'_>> {
    let mut sections = Sections::empty();
    let mut seen_version = false;
    let mut lines = text.lines();
    if lines.next()? != "(" {
        return None;
    }
    loop {
        let line = lines.next()?;
        if line == ")" {
            break;
        }
        let (name, rest) = line.split_once(": ")?;
        if rest == "[" {
            let list = &mut sections.lists[position(LISTS, name)?];
            if !list.is_empty() {
                return None;
            }
            read_list(&mut lines, list)?;
            continue;
        }
        let value = rest.strip_suffix(',')?;
        match name {
            "version" if !seen_version => {
                sections.head.version = value.parse().ok()?;
                seen_version = true;
            }
            "app" => sections.head.app = read_options().from_str(value).ok()?,
            _ => {
                let single = &mut sections.singles[position(&SINGLES, name)?];
                if single.replace(value).is_some() {
                    return None;
                }
            }
        }
    }
    let is_over = lines.all(|line| line.trim().is_empty());
    (seen_version && is_over).then_some(sections)
}

fn read_list<'a>(lines: &mut std::str::Lines<'a>, list: &mut Vec<&'a str>) -> Option<()> {
    loop {
        let line = lines.next()?;
        if line == "]," {
            return Some(());
        }
        if list.len() == MAX_RECORDS || !line.starts_with('(') {
            return None;
        }
        list.push(line.strip_suffix(',')?);
    }
}

fn position(names: &[&str], name: &str) -> Option<usize> {
    names.iter().position(|known| *known == name)
}

/// The version and the app of a file that cannot be cut, by its first two names, which every version begins with.
pub fn split_head(text: &str) -> Option<Head> {
    let (version, rest) = named(text.trim_start().strip_prefix('(')?, "version")?.split_once(',')?;
    let version = version.trim().parse().ok()?;
    let app = named(rest, "app").and_then(quoted).and_then(|text| read_options().from_str(text).ok());
    Some(Head { version, app: app.unwrap_or_default() })
}

/// What follows a name and its colon.
fn named<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    Some(text.trim_start().strip_prefix(name)?.trim_start().strip_prefix(':')?.trim_start())
}

/// The text in quotes at the start, with its quotes.
fn quoted(text: &str) -> Option<&str> {
    let mut is_escaped = false;
    let inner = text.strip_prefix('"')?;
    let end = inner.find(|sign| {
        let is_end = sign == '"' && !is_escaped;
        is_escaped = sign == '\\' && !is_escaped;
        is_end
    })?;
    text.get(..end + 2)
}

/// Cuts any RON file that has a version.
///
/// # Errors
/// Says where the text stops being RON, or that it is no file of ours.
pub fn split_ron(text: &str) -> Result<Sections<'_>, ReadError> {
    let Fields(fields) = read_options().from_str(text).map_err(|error| ReadError::syntax(&error))?;
    let mut sections = Sections::empty();
    let mut version = None;
    for (name, raw) in fields {
        let value = raw.get_ron();
        if let Some(list) = position(LISTS, &name) {
            let Records(records) =
                read_options().from_str(value).map_err(|error| ReadError::within(text, value, &error))?;
            sections.lists[list] = records;
        } else if let Some(single) = position(&SINGLES, &name) {
            sections.singles[single] = Some(value.trim());
        } else if name == "version" {
            version = value.trim().parse().ok();
        } else if name == "app" {
            sections.head.app = read_options().from_str(value).unwrap_or_default();
        } else {
            sections.unknown.push((name, value.trim()));
        }
    }
    sections.head.version = version.ok_or(ReadError::at(text, 0, Unreadable::NoVersion))?;
    Ok(sections)
}

/// The fields of the file, each still as text.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Mainspring", &["version"], FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a data file: (version: 1, …)")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields: Vec<(String, &'de RawValue)> = Vec::new();
        while let Some(Name(name)) = map.next_key()? {
            if fields.iter().any(|(known, _)| *known == name) {
                return Err(A::Error::custom(format!("{name} stands twice")));
            }
            if fields.len() > 1_000 {
                return Err(A::Error::custom("too many fields"));
            }
            fields.push((name, map.next_value()?));
        }
        Ok(Fields(fields))
    }
}

/// The name of a field.
struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;
        impl Visitor<'_> for NameVisitor {
            type Value = Name;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a name")
            }
            fn visit_str<E: de::Error>(self, name: &str) -> Result<Name, E> {
                Ok(Name(name.to_owned()))
            }
        }
        deserializer.deserialize_identifier(NameVisitor)
    }
}

/// The records of one list, each still as text; more than [`MAX_RECORDS`] are an error.
struct Records<'a>(Vec<&'a str>);

impl<'de: 'a, 'a> Deserialize<'de> for Records<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RecordsVisitor;
        impl<'de> Visitor<'de> for RecordsVisitor {
            type Value = Records<'de>;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a list of records")
            }
            fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut records = Vec::new();
                while records.len() < MAX_RECORDS {
                    let Some(raw) = seq.next_element::<&'de RawValue>()? else { return Ok(Records(records)) };
                    records.push(raw.get_ron().trim());
                }
                match seq.next_element::<IgnoredAny>()? {
                    Some(_) => Err(A::Error::custom(format!("more than {MAX_RECORDS} records"))),
                    None => Ok(Records(records)),
                }
            }
        }
        deserializer.deserialize_seq(RecordsVisitor)
    }
}
