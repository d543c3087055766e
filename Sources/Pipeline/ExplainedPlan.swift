import Clusters

/// The plan of a piece of work, of which nothing was counted.
package struct ExplainedPlan: Error {
    /// What a server would be asked first, in this order; nothing where all records are handed over.
    package let steps: [ClusterPlan.Step]
    /// Whether there is more to ask, which follows from the answers to these.
    package var isContinued = false
}
