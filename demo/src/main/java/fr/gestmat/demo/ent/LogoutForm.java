package fr.gestmat.demo.ent;

/** The two ways in which portals tell a service that a person signed out. */
public enum LogoutForm {
  /** A form whose field {@code logoutRequest} holds the XML, as the CAS server does. */
  FIELD("Champ logoutRequest"),
  /** The XML alone as the body. */
  BODY("XML seul");

  private final String label;

  LogoutForm(String label) {
    this.label = label;
  }

  /** The form in French, for the portal page. */
  public String label() {
    return label;
  }
}
