//! The whole app in a window without a desktop: flows by role and label, layout at every size, pictures.

mod conflict;
mod desk;
mod files;
mod flows;
mod keys;
mod layout;
mod method;
mod people_keys;
mod plans;
mod records;
mod reward_keys;
mod screens;
mod screenshots;
mod ways;
mod wheel;
mod young;
