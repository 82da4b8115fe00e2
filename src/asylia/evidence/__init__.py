"""What stands behind a claim: copies, origins, corroboration, the ledger of figures and how numbers mutate."""
