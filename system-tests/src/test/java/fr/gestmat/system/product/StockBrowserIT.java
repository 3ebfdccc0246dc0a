package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stock in the hands of a loan manager: deliveries, descriptions, spreadsheets. */
class StockBrowserIT extends BrowserTest {

  private static final String MANAGER = "Marc Oberlin";
  private static final String SHEETS = "/materiels/livraisons/tableaux";
  private static final int BOMB_MEGABYTES = 300;

  @Test
  void l102_aSupplierFileBecomesADeliveryThatIsReceived() throws SQLException {
    String run = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    String model = one("select name from device_model where active order by id limit 1");
    String file =
        """
        Numéro de série;Désignation;Prix TTC;Couleur
        %1$s-1;%2$s;549,90;gris
        %1$s-2;%2$s;549,90;gris
        %1$s-2;%2$s;549,90;gris
        ;%2$s;549,90;gris
        %1$s-5;Modèle inconnu;549,90;gris
        """
            .formatted(run, model);
    signOn(MANAGER, "/materiels/livraisons");
    page().getByText("Enregistrer une livraison").click();
    fill("BL " + run);
    send("livraison.csv", file.getBytes(StandardCharsets.UTF_8));
    button("Vérifier le tableau").click();
    assertThat(button("Enregistrer 2 lignes")).isVisible();
    assertThat(page().getByText("Ce numéro de série figure déjà plus haut.")).isVisible();
    assertThat(page().getByText("Il manque le numéro de série.")).isVisible();
    assertThat(page().getByText(Pattern.compile("Aucun modèle en service"))).isVisible();
    assertThat(count(run)).isZero();
    width(390);
    width(1280);
    button("Enregistrer 2 lignes").click();
    assertThat(page().getByText(Pattern.compile("2 matériels enregistrés"))).isVisible();
    assertThat(count(run)).isEqualTo(2);
    page().getByText("Voir la livraison").click();
    assertThat(page().locator(".tile").nth(2)).containsText("2");
    button("Recevoir les 2 matériels attendus").click();
    assertThat(page().getByText(Pattern.compile("2 matériels sont reçus"))).isVisible();
    assertThat(
            one(
                "select group_concat(distinct state) from device where serial like '"
                    + run
                    + "-%'"))
        .isEqualTo("IN_STOCK");

    open(SHEETS);
    fill("BL " + run);
    send("livraison.csv", file.getBytes(StandardCharsets.UTF_8));
    button("Vérifier le tableau").click();
    assertThat(button("Terminer sans rien enregistrer")).isVisible();
    assertThat(count(run)).isEqualTo(2);
  }

  @Test
  void columnsAreRememberedForTheNextFileOfTheSameForm() throws SQLException {
    String headings = "Réf A" + UUID.randomUUID() + ";Truc;Machin\n";
    String model = one("select name from device_model where active order by id limit 1");
    signOn(MANAGER, SHEETS);
    for (int i = 0; i < 2; i++) {
      String serial = "R" + UUID.randomUUID().toString().substring(0, 8);
      fill("BL " + serial);
      send("x.csv", (headings + serial + ";" + model + ";z\n").getBytes(StandardCharsets.UTF_8));
      if (i == 0) {
        assertThat(page().locator("#MODEL")).hasValue("");
        button("Vérifier le tableau").click();
        assertThat(page().locator("#MODEL-error")).isVisible();
        page().locator("#SERIAL").selectOption("0");
        page().locator("#MODEL").selectOption("1");
      }
      assertThat(page().locator("#SERIAL")).hasValue("0");
      assertThat(page().locator("#MODEL")).hasValue("1");
      button("Vérifier le tableau").click();
      assertThat(button("Enregistrer une ligne")).isVisible();
      open(SHEETS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"picture", "bomb", "other", "html", "empty", "header"})
  void aFileThatIsNoSpreadsheetIsRefusedAndNothingTypedIsLost(String what)
      throws IOException, SQLException {
    String before = one("select count(*) from device_sheet");
    signOn(MANAGER, SHEETS);
    fill("BL " + what);
    send("tableau.xlsx", hostile(what));
    assertThat(page().locator("#file-error")).isVisible();
    assertThat(page().locator("#reference")).hasValue("BL " + what);
    assertThat(one("select count(*) from device_sheet")).isEqualTo(before);
  }

  @Test
  void raggedRowsAndAnotherCharsetAreSaidLineByLine() throws SQLException {
    String model = one("select name from device_model where active order by id limit 1");
    String run = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    String file =
        "Numéro de série;Modèle\r\n%1$s-É;%2$s\r\n%1$s-2\r\n%1$s-3;%2$s;trop;encore\r\n"
            .formatted(run, model);
    signOn(MANAGER, SHEETS);
    fill("BL " + run);
    send("vieux.csv", file.getBytes(Charset.forName("windows-1252")));
    button("Vérifier le tableau").click();
    assertThat(button("Enregistrer une ligne")).isVisible();
    assertThat(page().getByText(Pattern.compile("même nombre de cases"))).hasCount(2);
  }

  @Test
  void twoPeopleWhoCorrectTheSameDeviceAreToldAndLoseNothing() throws SQLException {
    String device =
        one(
            "select d.public_id from device d join school s on s.id = d.home_school_id"
                + " join role_grant g on g.school_id = s.id join account a on a.id = g.account_id"
                + " where a.display_name = 'Marc Oberlin' and d.state = 'IN_STOCK'"
                + " order by d.id limit 1");
    signOn(MANAGER, "/materiels/" + device + "/modifier");
    Page second = page().context().newPage();
    second.navigate(address() + "/materiels/" + device + "/modifier");
    second.locator("#note").fill("Écran rayé");
    second.locator("main button.button").first().click();
    assertThat(second.getByText("Écran rayé").first()).isVisible();
    width(390);
    width(1280);
    page().locator("#storage").fill("Armoire 12");
    page().locator("#price").fill("549,90");
    button("Enregistrer la fiche").click();
    assertThat(page().locator("#assetTag-error")).containsText("Marc Oberlin");
    assertThat(page().locator("#storage")).hasValue("Armoire 12");
    button("Enregistrer la fiche").click();
    assertThat(page().getByText("Armoire 12").first()).isVisible();
    width(390);
    width(1280);
    assertThat(page().getByText(Pattern.compile("549,90"))).not().hasCount(0);
  }

  @Test
  void l105_l106_theSpreadsheetHoldsExactlyTheFilteredListTypedAndSafe() throws Exception {
    String tag = one("select asset_tag from device where serial is not null order by id limit 1");
    signOn(MANAGER, "/materiels?etat=IN_STOCK");
    String first = page().locator("tbody th a").first().getAttribute("href");
    try (Connection connection = database();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update device set storage = '=HYPERLINK(\"http://x\")', version = version + 1"
              + " where public_id = '"
              + first.substring(first.lastIndexOf('/') + 1)
              + "'");
    }
    open("/materiels?etat=IN_STOCK");
    String said = page().locator("h1 + p").textContent().replaceAll("\\D", "");
    Download download = page().waitForDownload(() -> button(Pattern.compile("tableur")).click());
    try (InputStream in = Files.newInputStream(download.path());
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getLastRowNum()).isEqualTo(Integer.parseInt(said));
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getCTWorksheet().isSetAutoFilter()).isTrue();
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Étiquette");
      boolean dangerous = false;
      boolean typed = false;
      for (int i = 1; i <= sheet.getLastRowNum(); i++) {
        for (Cell cell : sheet.getRow(i)) {
          assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
          typed |= cell.getCellType() == CellType.NUMERIC;
          if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().startsWith("=")) {
            dangerous = true;
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
          }
        }
      }
      assertThat(dangerous).isTrue();
      assertThat(typed).isTrue();
    }
    Download csv = page().waitForDownload(() -> button("Exporter en CSV").click());
    String text = Files.readString(csv.path(), StandardCharsets.UTF_8);
    assertThat(text).contains("'=HYPERLINK");
    assertThat(text.lines().filter(l -> !l.isBlank()).count() - 1).isEqualTo(Long.parseLong(said));
    assertThat(tag).isNotEmpty();
  }

  private void fill(String reference) {
    page().locator("#reference").fill(reference);
    page().locator("input[name=received][value=false]").check();
  }

  private void send(String name, byte[] content) {
    page()
        .locator("#file")
        .setInputFiles(new FilePayload(name, "application/octet-stream", content));
    button("Envoyer le tableau").click();
  }

  private Locator button(String name) {
    return page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private Locator button(Pattern name) {
    return page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static byte[] hostile(String what) throws IOException {
    return switch (what) {
      case "picture" ->
          new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
      case "html" ->
          "<html><table><tr><td>a</td></tr></table></html>".getBytes(StandardCharsets.UTF_8);
      case "empty" -> new byte[0];
      case "header" -> ";;;\n1;2;3\n".getBytes(StandardCharsets.UTF_8);
      case "other" -> zip("word/document.xml", 1);
      default -> zip("xl/workbook.xml", BOMB_MEGABYTES);
    };
  }

  private static byte[] zip(String entry, int megabytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(entry));
      byte[] blank = new byte[1 << 20];
      for (int i = 0; i < megabytes; i++) {
        zip.write(blank);
      }
    }
    return bytes.toByteArray();
  }

  private static int count(String run) throws SQLException {
    return Integer.parseInt(one("select count(*) from device where serial like '" + run + "-%'"));
  }

  private static String one(String sql) throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).as(sql).isTrue();
      return row.getString(1);
    }
  }
}
