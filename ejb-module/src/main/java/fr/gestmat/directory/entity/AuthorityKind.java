package fr.gestmat.directory.entity;

/** Kinds of local authority, by the French law on territorial competences. */
public enum AuthorityKind {
  /** Runs lycées and lends devices. */
  REGION,
  /** Runs collèges and pays canteen aid. */
  DEPARTEMENT
}
