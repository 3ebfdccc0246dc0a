package fr.gestmat.system.product;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad and hostile feeds sent to the page of imports: each says in French what is wrong with it. */
class DirectoryUploadHttpIT extends HttpTest {

  private static final String HERE = "/administration/imports";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static AdminSession admin;

  private List<Long> before;

  @BeforeAll
  static void signOn() {
    admin = new AdminSession();
  }

  @BeforeEach
  void lookAtTheDirectory() throws SQLException {
    before = directory();
  }

  /** Nothing that was merely sent changes the directory, and nothing stays open. */
  @AfterEach
  void nothingWasWritten() throws SQLException {
    assertThat(directory()).isEqualTo(before);
    assertThat(
            numbers("select count(*) from directory_import where state in ('RECEIVED', 'READY')"))
        .containsExactly(0L);
  }

  static Stream<Arguments> whatIsNotEvenTaken() {
    return Stream.of(
        Arguments.of(
            "Le fichier vide.xml est vide. Exportez-le de nouveau.", Upload.of("vide.xml", "")),
        Arguments.of(
            "Le fichier Eleve_0000.xml n’est ni un fichier XML, ni un ZIP, ni un tableau CSV ou"
                + " Excel",
            Upload.of("Eleve_0000.xml", "%PDF-1.7\n%âãÏÓ")),
        Arguments.of(
            "Le fichier ZIP bombe.zip donne beaucoup trop de données une fois ouvert. Vérifiez d’où"
                + " il vient.",
            new Upload("bombe.zip", Upload.zip("Eleve.xml", new byte[50_000_000]))),
        Arguments.of(
            "Le fichier ZIP double.zip contient autre chose que des fichiers XML. Gardez seulement"
                + " ceux de l’export.",
            new Upload(
                "double.zip", Upload.zip("export.zip", Upload.zip("Eleve.xml", new byte[10])))),
        Arguments.of(
            "Le fichier ZIP coupe.zip est abîmé ou incomplet. Préparez-le de nouveau.",
            new Upload("coupe.zip", Upload.half(Upload.zip("Eleve.xml", Upload.noise(10_000))))));
  }

  @ParameterizedTest
  @MethodSource
  void whatIsNotEvenTaken(String says, Upload file) {
    Response answer = send("no", file);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(text(answer.asString())).contains(says);
  }

  static Stream<Arguments> whatCannotBeRead() {
    return Stream.of(
        Arguments.of(
            "Fichier abîmé ou incomplet",
            "s’arrête ou devient illisible",
            Upload.aaf("<ficAlimMENESR>\n<addRequest>\n<opera")),
        Arguments.of(
            "Fichier dangereux",
            "Le fichier utilise des entités XML",
            Upload.aaf(
                "<!DOCTYPE ficAlimMENESR [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
                    + "<ficAlimMENESR>&x;</ficAlimMENESR>")),
        Arguments.of(
            "Fichier dangereux", "Le fichier utilise des entités XML", Upload.aaf(Upload.laughs())),
        Arguments.of(
            "Accents illisibles",
            "n’est pas écrit dans le codage qu’il annonce",
            new Upload(
                "Eleve_0000.xml",
                (Upload.HEAD + "<ficAlimMENESR>\n<!-- élève -->\n</ficAlimMENESR>")
                    .getBytes(ISO_8859_1))),
        Arguments.of(
            "Codage inconnu",
            "UTF-8 ou en ISO-8859-15",
            Upload.of(
                "Eleve_0000.xml", "<?xml version=\"1.0\" encoding=\"IBM037\"?>\n<ficAlimMENESR/>")),
        Arguments.of(
            "Export de mise à jour",
            "Un export complet est nécessaire",
            Upload.of("ENT_Delta_20260901_Eleve_0000.xml", Upload.HEAD + "<ficAlimMENESR/>")),
        Arguments.of(
            "Export de mise à jour",
            "Un export complet est nécessaire",
            Upload.aaf("<ficAlimMENESR>\n<modifyRequest/>\n</ficAlimMENESR>")),
        Arguments.of(
            "Fichier d’un autre genre",
            "n’est pas un export de l’annuaire",
            Upload.aaf("<BEE_ELEVES VERSION=\"2.1\"/>")),
        Arguments.of(
            "Colonne absente",
            "Ajoutez cette colonne au tableau",
            Upload.of("eleves.csv", "Nom;Classe\nKaya;2DE\n")));
  }

  @ParameterizedTest
  @MethodSource
  void whatCannotBeRead(String kind, String says, Upload file) {
    String address = taken(send("no", file));
    String page = await(address, "Refusé");

    assertThat(text(page)).contains("Cet envoi ne peut pas être lu", "Rien n’a changé", kind);
    String lines = text(admin.get(address + "/lignes"));
    assertThat(lines).contains(file.name());
    assertThat(text(page) + lines).contains(says).doesNotContain("root:");
  }

  @Test
  void aMissingColumnIsNamed() {
    String address = taken(send("no", Upload.of("eleves.csv", "Nom;Classe\nKaya;2DE\n")));
    await(address, "Refusé");

    assertThat(text(admin.get(address + "/lignes"))).contains("UAI", "Identifiant", "Prénom");
  }

  @Test
  void aDocumentTypeIsAcceptedAndNobodyIsAskedForIt() throws IOException {
    try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address =
          taken(
              send(
                  "no",
                  Upload.aaf(
                      "<!DOCTYPE ficAlimMENESR SYSTEM \"http://127.0.0.1:"
                          + elsewhere.getLocalPort()
                          + "/ficAlimMENESR.dtd\">\n<ficAlimMENESR></ficAlimMENESR>")));
      assertThat(text(await(address, "En attente de votre accord")))
          .contains("Fichier sans contenu");
      cancel(address);

      elsewhere.setSoTimeout(1);
      assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aTableIsReadInTheCharsetOfASpreadsheetWithItsOwnColumnsAndItsRaggedRowsAreTold()
      throws SQLException {
    String uai = uai();
    String table =
        "Classe;Couleur préférée;Prénom;Nom;UAI;Identifiant\r\n"
            + "2DE 1;bleu;Éloïse;Lefèvre;"
            + uai
            + ";K1\r\n"
            + "2DE 1;vert;Tom\r\n";
    String address =
        taken(send("no", new Upload("eleves.csv", table.getBytes(Charset.forName("cp1252")))));

    String page = text(await(address, "En attente de votre accord"));

    assertThat(page).contains("1 nouveaux élèves", "Ligne avec trop ou trop peu de cases");
    assertThat(text(admin.get(address + "/lignes?motif=ROW_RAGGED"))).contains("eleves.csv", "3");
    cancel(address);
  }

  @Test
  void whileOneImportWaitsNoOtherIsTaken() throws SQLException {
    Upload table =
        Upload.of("eleves.csv", "UAI;Identifiant;Nom;Prénom\n" + uai() + ";K1;Kaya;Eda\n");
    String first = taken(send("no", table));

    Response second = send("no", table);

    assertThat(second.statusCode()).isEqualTo(422);
    assertThat(text(second.asString())).contains("Un autre import attend une décision");
    await(first, "En attente de votre accord");
    cancel(first);
  }

  @Test
  void withoutAFileOrAnAnswerThePageSaysWhatIsMissing() {
    assertThat(text(send("no").asString())).contains("Choisissez au moins un fichier");
    Response answer = send("", Upload.of("eleves.csv", "Nom\n"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(text(answer.asString())).contains("Indiquez si l’envoi contient tous les élèves");
  }

  private static Response send(String whole, Upload... files) {
    RequestSpecification request =
        admin.request().multiPart("csrf", AdminSession.token(admin.get(HERE)));
    for (Upload file : files) {
      request.multiPart("files", file.name(), file.content());
    }
    if (!whole.isEmpty()) {
      request.multiPart("whole", whole);
    }
    return request.post(HERE);
  }

  /** Address of the report of an upload that was taken. */
  private static String taken(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
    return URI.create(answer.header("Location")).getPath();
  }

  private static String await(String address, String state) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String page = admin.get(address);
    while (!page.contains(state)) {
      assertThat(System.nanoTime()).as("waiting for " + state).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      page = admin.get(address);
    }
    return page;
  }

  private static void cancel(String address) {
    Response answer =
        admin
            .request()
            .formParam("csrf", AdminSession.token(admin.get(address)))
            .post(address + "/abandonner");
    assertThat(answer.statusCode()).isEqualTo(303);
    await(address, "Abandonné");
  }

  private static List<Long> directory() throws SQLException {
    return numbers(
        "select count(*) from school union all select count(*) from pupil union all select count(*)"
            + " from guardian union all select count(*) from guardianship union all select count(*)"
            + " from school_class union all select max(version) from pupil");
  }

  private static List<Long> numbers(String sql) throws SQLException {
    List<Long> numbers = new ArrayList<>();
    try (Connection connection = database();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        numbers.add(rows.getLong(1));
      }
    }
    return numbers;
  }

  private static String uai() throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select min(uai) from school")) {
      row.next();
      return row.getString(1);
    }
  }

  /** What a person reads of a page. */
  private static String text(String page) {
    return page.replaceAll("<[^>]*>", " ")
        .replace("&#39;", "'")
        .replaceAll("[\\s\u00a0\u202f]+", " ");
  }
}
