//! The stages of a run, for whoever shows how far it is.

/// A stage of the pipeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Files are parsed.
    Read,
    /// Variables, credentials and requests are resolved.
    Resolve,
    /// Types are inferred and everything gets its name.
    Infer,
    /// Code is generated.
    Emit,
}

/// Hears of each stage as it begins.
pub type Listener<'a> = &'a (dyn Fn(Stage) + Sync);

/// Nobody listens.
pub const SILENT: Listener<'static> = &|_| {};
