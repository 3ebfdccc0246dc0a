package fr.gestmat.demo.ent;

/**
 * How the portal speaks to services for one sign-on.
 *
 * @param shape how attributes are written
 * @param spelling how the profile is spelt
 */
public record EntOptions(AttributeShape shape, ProfileSpelling spelling) {
  /** What most portals do. */
  public static final EntOptions USUAL =
      new EntOptions(AttributeShape.CONTAINER, ProfileSpelling.LETTERS);
}
