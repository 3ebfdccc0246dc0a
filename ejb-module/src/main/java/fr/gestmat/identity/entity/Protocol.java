package fr.gestmat.identity.entity;

/** How a portal tells us who arrives. */
public enum Protocol {
  /** CAS 2, validated at {@code /serviceValidate}. */
  CAS2("/serviceValidate"),
  /** CAS 3, validated at {@code /p3/serviceValidate}. */
  CAS3("/p3/serviceValidate");

  private final String validationPath;

  Protocol(String validationPath) {
    this.validationPath = validationPath;
  }

  /** Where tickets are validated, below the portal's base address. */
  public String validationPath() {
    return validationPath;
  }
}
