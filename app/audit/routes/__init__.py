"""Pages of reviews, certificates and bundles."""
