extension Dataset {
    /// What is known of a person on a day: the last affiliation from that day or before it, else what `trainees.csv` says.
    package func profile(of trainee: Int, on day: CivilDate?) -> Profile {
        guard let day else { return trainees.profiles[trainee] }
        // Affiliations are sorted by person and day: the wanted one is before the first that comes later.
        var (low, high) = (0, affiliations.count)
        while low < high {
            let middle = (low + high) / 2
            if (affiliations[middle].trainee, affiliations[middle].from) <= (trainee, day) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low > 0, affiliations[low - 1].trainee == trainee else { return trainees.profiles[trainee] }
        return affiliations[low - 1].profile
    }
}
