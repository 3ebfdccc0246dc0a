package fr.gestmat.demo.ent;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The portal's three pages: choose who you are, the portal itself, signed out. */
final class PortalPages {
  /** What the browser's tab shows. */
  static final String ICON =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
      <rect width="24" height="24" rx="6" fill="#6b2f6b"/>
      <path d="M12 5 21 9.5 12 14 3 9.5zM7 12v4.5c3 2 7 2 10 0V12" fill="none" stroke="#fff"
      stroke-width="1.8" stroke-linejoin="round"/></svg>
      """;

  private final List<EntPerson> people;
  private final URI service;

  PortalPages(List<EntPerson> people, URI service) {
    this.people = List.copyOf(people);
    this.service = service;
  }

  /** The list of people to click, for a service or for the portal itself. */
  String signIn(Optional<String> service, EntOptions options) {
    String target =
        service
            .map(
                address ->
                    "<input type=\"hidden\" name=\"service\" value=\"%s\">"
                        .formatted(Xml.escape(address)))
            .orElse("");
    return page(
        "Connexion",
        """
        <h1>Qui êtes-vous&nbsp;?</h1>
        <p class="quiet">Portail de démonstration : choisissez une personne, aucun mot de passe
        n’est demandé.</p>
        <form method="post" action="/login">%s
        <div class="people">%s</div>
        %s
        </form>
        """
            .formatted(
                target,
                people.stream().map(PortalPages::personButton).collect(Collectors.joining()),
                switches(options)));
  }

  /** The portal of somebody who is signed on. */
  String portal(EntPerson person, EntOptions options) {
    return page(
        "Accueil",
        """
        <h1>Bonjour %s</h1>
        <p class="quiet">%s. Attributs : %s, profil écrit %s.</p>
        <div class="tiles">
          <a class="tile" href="%s" target="_blank" rel="noopener"><b>%s</b>
          <span>S’ouvre dans un nouvel onglet</span></a>
          <div class="tile off"><b>Cahier de textes</b><span>Absent de la démonstration</span></div>
          <div class="tile off"><b>Messagerie</b><span>Absente de la démonstration</span></div>
        </div>
        <form method="post" action="/logout" class="out">
          <label for="form">Façon d’annoncer la déconnexion aux services</label>
          <select id="form" name="form">%s</select>
          <button>Se déconnecter du portail</button>
        </form>
        """
            .formatted(
                Xml.escape(person.fullName()),
                Xml.escape(person.profile().label()),
                Xml.escape(options.shape().label()),
                Xml.escape(options.spelling().label()),
                Xml.escape(service.resolve(person.tile().path()).toString()),
                Xml.escape(person.tile().label()),
                choices(LogoutForm.values(), LogoutForm.FIELD, LogoutForm::label)));
  }

  /** What one sees after signing out. */
  String signedOut() {
    return page(
        "Déconnexion",
        """
        <h1>Vous êtes déconnecté du portail</h1>
        <p><a href="/">Revenir au portail</a></p>
        """);
  }

  private static String personButton(EntPerson person) {
    return """
    <button class="person" name="person" value="%s"><b>%s</b><i>%s</i><span>%s</span></button>
    """
        .formatted(
            Xml.escape(person.login()),
            Xml.escape(person.fullName()),
            Xml.escape(person.profile().label()),
            Xml.escape(person.about()));
  }

  private static String switches(EntOptions options) {
    return """
    <details><summary>Façon d’écrire les attributs</summary>
    <label for="shape">Forme</label><select id="shape" name="shape">%s</select>
    <label for="spelling">Profil</label><select id="spelling" name="spelling">%s</select>
    </details>
    """
        .formatted(
            choices(AttributeShape.values(), options.shape(), AttributeShape::label),
            choices(ProfileSpelling.values(), options.spelling(), ProfileSpelling::label));
  }

  private static <E extends Enum<E>> String choices(
      E[] all, E selected, Function<E, String> label) {
    return Arrays.stream(all)
        .map(
            one ->
                "<option value=\"%s\"%s>%s</option>"
                    .formatted(
                        one.name(),
                        one == selected ? " selected" : "",
                        Xml.escape(label.apply(one))))
        .collect(Collectors.joining());
  }

  private static String page(String title, String content) {
    return """
    <!doctype html><html lang="fr"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>%s, ENT de démonstration</title>
    <link rel="icon" type="image/svg+xml" href="/icone.svg"><style>%s</style></head>
    <body><header><b>ENT de démonstration</b><span>simulateur CAS</span></header>
    <main>%s</main></body></html>
    """
        .formatted(Xml.escape(title), STYLE, content);
  }

  private static final String STYLE =
      """
      :root{--ink:#1d2b22;--quiet:#52635a;--line:#cfdad3;--paper:#fff;--ground:#f3f7f4;
      --accent:#1b6b45;--soft:#e4f2ea}
      @media(prefers-color-scheme:dark){:root{--ink:#ecf3ee;--quiet:#b3c3b9;--line:#3b4a41;
      --paper:#1a241e;--ground:#121a15;--accent:#7fd0a3;--soft:#203a2c}}
      *{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--ink);
      background:var(--ground)}
      header{display:flex;gap:12px;align-items:baseline;padding:16px 24px;background:var(--paper);
      border-bottom:4px solid var(--accent)}header span,.quiet{color:var(--quiet)}
      main{max-width:960px;margin:0 auto;padding:24px}h1{font-size:1.75rem;margin:0 0 8px}
      .people,.tiles{display:grid;gap:12px;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));
      margin:24px 0}
      .person,.tile{display:grid;gap:4px;text-align:left;font:inherit;color:inherit;padding:16px;
      background:var(--paper);border:1px solid var(--line);border-radius:10px;cursor:pointer;
      text-decoration:none;align-content:start}
      .person:hover,.tile:hover{border-color:var(--accent);background:var(--soft)}
      .person i{font-style:normal;color:var(--accent);font-weight:600;font-size:.9rem}
      .person span,.tile span{color:var(--quiet);font-size:.95rem}
      .tile{min-height:112px}.tile b{font-size:1.15rem}.off{opacity:.7;cursor:default}
      .off:hover{border-color:var(--line);background:var(--paper)}
      details{border-top:1px solid var(--line);padding-top:12px}summary{cursor:pointer;
      min-height:44px;padding-top:8px}
      label{display:block;font-weight:600;margin:8px 0 4px}
      select,.out button{font:inherit;min-height:44px;padding:0 12px;border-radius:8px;
      border:1px solid var(--quiet);background:var(--paper);color:var(--ink);max-width:100%}
      .out{border-top:1px solid var(--line);padding-top:12px}
      .out button{margin-left:8px;font-weight:600;border-color:var(--accent);color:var(--accent)}
      :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
      @media(max-width:520px){.out button{margin:12px 0 0;width:100%}}
      """;
}
