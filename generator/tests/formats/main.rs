//! Collections in the formats v3 (directories of YAML files) and v1, and what a path stands for.

mod loading;
mod mistakes;
mod parity;
mod support;
mod v1;
mod v3;
