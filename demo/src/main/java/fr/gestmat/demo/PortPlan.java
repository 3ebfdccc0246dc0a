package fr.gestmat.demo;

/**
 * Where the parts of a demonstration listen on this machine.
 *
 * @param http the product
 * @param ent the simulated ENT
 * @param mailPage what was mailed
 * @param smtp where the product mails to
 * @param sources the simulated API Particulier
 * @param database MariaDB, when it is the embedded one; else of no meaning
 */
public record PortPlan(int http, int ent, int mailPage, int smtp, int sources, int database) {

  /** Whatever is free, no port twice. */
  public static PortPlan any() {
    int[] ports = Ports.any(6);
    return new PortPlan(ports[0], ports[1], ports[2], ports[3], ports[4], ports[5]);
  }

  /** The usual ports or those of the environment; people are asked when one is taken. */
  static PortPlan usual(PortChoice choice) {
    return new PortPlan(
        choice.of("Gestmat", "GESTMAT_HTTP_PORT", 8080),
        choice.of("the simulated ENT", "GESTMAT_ENT_PORT", 8090),
        choice.of("the page of mails", "GESTMAT_MAIL_PAGE_PORT", 8091),
        choice.of("the mail catcher", "GESTMAT_SMTP_PORT", 8025),
        choice.of("the simulated API Particulier", "GESTMAT_SOURCES_PORT", 8093),
        choice.isSet(Database.URL) ? 0 : choice.of("the database", "GESTMAT_DB_PORT", 3307));
  }
}
