"""The monitor's review of one agreement, its release, certificates, bundles, and the record checked again."""
