package fr.gestmat.identity.boundary;

/** Why a portal cannot be described so. */
public enum PortalRefusal {
  /** Not a key: 2 to 40 small letters, digits and hyphens. */
  KEY,
  /** Another portal has that key. */
  KEY_TAKEN,
  /** The name is missing or too long. */
  NAME,
  /** Not an address of a CAS server: {@code https://}, without a query. */
  ADDRESS,
  /** Not the name of an attribute. */
  ATTRIBUTE,
  /** A code that is none of the authority's schools. */
  SCHOOLS,
  /** No administrator could sign on any more. */
  LAST_ADMINISTRATOR,
  /** Somebody else changed it meanwhile. */
  CHANGED_MEANWHILE
}
