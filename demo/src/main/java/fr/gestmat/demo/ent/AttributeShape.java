package fr.gestmat.demo.ent;

/** The ways in which real portals write the attributes of a person into a CAS answer. */
public enum AttributeShape {
  /** In {@code cas:attributes}, one element for each value. */
  CONTAINER("Dans cas:attributes"),
  /** Directly under {@code cas:authenticationSuccess}. */
  DIRECT("Directement sous authenticationSuccess"),
  /** A plural element that holds singular ones: {@code ENTPersonProfils/ENTPersonProfil}. */
  NESTED("Imbriqués (ENTPersonProfils/ENTPersonProfil)"),
  /** Both in {@code cas:attributes} and directly under {@code cas:authenticationSuccess}. */
  TWICE("Deux fois, dedans et dehors"),
  /** As {@code <cas:attribute name="" value=""/>}. */
  NAME_VALUE("En <cas:attribute name= value=>"),
  /** Several values in one text: {@code [a, b]}. */
  BRACKETS("En texte [a, b]");

  private final String label;

  AttributeShape(String label) {
    this.label = label;
  }

  /** The shape in French, for the sign-in page. */
  public String label() {
    return label;
  }
}
