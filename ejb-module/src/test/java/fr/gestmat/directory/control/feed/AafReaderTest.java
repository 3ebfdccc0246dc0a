package fr.gestmat.directory.control.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AafReaderTest {

  private static final Charset LATIN_9 = Charset.forName("ISO-8859-15");

  @Test
  void reads_every_record_of_every_kind_with_its_line() {
    Collected all =
        Collected.ofFixture(
            "ENT_Complet_20260901_EtabEducNat_0000.xml",
            "ENT_Complet_20260901_MefEducNat_0000.xml",
            "ENT_Complet_20260901_Eleve_0000.xml",
            "ENT_Complet_20260901_Eleve_0001.xml",
            "ENT_Complet_20260901_PersRelEleve_0033.xml",
            "ENT_Complet_20260901_PersRelEleve_0034.xml",
            "ENT_Complet_20260901_PersEducNat_0001.xml");

    assertThat(all.all(FeedSchool.class)).hasSize(3);
    assertThat(all.all(FeedGrade.class)).hasSize(3);
    assertThat(all.all(FeedPupil.class)).hasSize(10);
    assertThat(all.all(FeedGuardian.class)).hasSize(9);
    assertThat(all.all(FeedStaff.class)).hasSize(2);
    assertThat(all.pupil("1001").place())
        .isEqualTo(new FeedPlace("ENT_Complet_20260901_Eleve_0000.xml", 4));
    assertThat(all.problems)
        .extracting(FeedProblem::kind, FeedProblem::subject, p -> p.place().line())
        .containsExactly(
            tuple(ProblemKind.UAI_MALFORMED, "74", 56),
            tuple(ProblemKind.DATE_UNREADABLE, "1004 Çelik Œnone", 71),
            tuple(ProblemKind.SCHOOL_MISSING, "1009 Perdue Sans École", 52),
            tuple(ProblemKind.NAME_MISSING, "1011", 96),
            tuple(ProblemKind.EMAIL_UNREADABLE, "5003", 42));
  }

  @Test
  void keeps_accents_of_every_kind_in_both_charsets() {
    Collected all =
        Collected.ofFixture(
            "ENT_Complet_20260901_Eleve_0000.xml", "ENT_Complet_20260901_PersRelEleve_0034.xml");

    assertThat(all.pupil("1003").lastName()).isEqualTo("N'Guyën");
    assertThat(all.pupil("1003").firstName()).isEqualTo("Ÿmåge");
    assertThat(all.pupil("1004").firstName()).isEqualTo("Œnone");
    assertThat(all.all(FeedGuardian.class).get(0).firstName()).isEqualTo("Cœlia");
    assertThat(all.all(FeedGuardian.class).get(0).city()).contains("SAINT-CYR-L'ÉTANG");
    assertThat(all.all(FeedGuardian.class).get(0).address()).contains("1 rue des Tilleuls\nBât. B");
  }

  @Test
  void reads_a_pupil_with_class_links_and_grade() {
    FeedPupil pupil = Collected.ofFixture("ENT_Complet_20260901_Eleve_0000.xml").pupil("1001");

    assertThat(pupil.ine()).contains("120000001AA");
    assertThat(pupil.birthDate()).contains(LocalDate.of(2009, 9, 14));
    assertThat(pupil.schoolKey()).isEqualTo("72");
    assertThat(pupil.classes()).containsExactly(new FeedClass("72", "2DE 1"));
    assertThat(pupil.links())
        .containsExactly(
            new FeedLink("5001", 2, true, 1, true), new FeedLink("5002", 1, false, 2, false));
    assertThat(pupil.gradeKey()).contains("20010018110");
  }

  @Test
  void reads_the_older_attributes_of_links_when_there_are_no_newer() {
    FeedPupil pupil = Collected.ofFixture("ENT_Complet_20260901_Eleve_0001.xml").pupil("1008");

    assertThat(pupil.links())
        .containsExactly(
            new FeedLink("5006", 1, false, 0, false), new FeedLink("5007", 2, false, 1, false));
  }

  @Test
  void a_pupil_whose_every_class_has_an_exit_date_has_left() {
    FeedPupil pupil =
        Collected.of(
                eleve(
                    "<attr name=\"ENTEleveClasses\"><value>7$A</value><value>7$B</value></attr>"
                        + "<attr name=\"ENTEleveDateSortieClasses\"><value>7$01/12/2026$A</value>"
                        + "<value>7$03/12/2026$B</value></attr>"))
            .pupil("1");

    assertThat(pupil.leftOn()).contains(LocalDate.of(2026, 12, 3));
  }

  @Test
  void a_pupil_who_changed_class_has_not_left() {
    FeedPupil pupil =
        Collected.of(
                eleve(
                    "<attr name=\"ENTEleveClasses\"><value>7$A</value><value>7$B</value></attr>"
                        + "<attr name=\"ENTEleveDateSortieClasses\"><value>7$01/12/2026$A</value>"
                        + "</attr>"))
            .pupil("1");

    assertThat(pupil.leftOn()).isEmpty();
    assertThat(pupil.classes()).containsExactly(new FeedClass("7", "B"));
  }

  @Test
  void an_address_of_a_school_that_is_none_is_told_and_the_school_stays() {
    String school =
        eleve(
                "<attr name=\"ENTStructureUAI\"><value>0991001A</value></attr>"
                    + "<attr name=\"ENTStructureMailSI\"><value>%s</value></attr>")
            .replace("categoriePersonne", "categorieStructure")
            .replace(">Eleve<", ">EtabEducNat<");
    String file = "EtabEducNat_0000.xml";
    Collected none = Collected.of(file, school.formatted("ce 0991001A"), StandardCharsets.UTF_8);
    Collected one = Collected.of(file, school.formatted("ce@sarne.fr"), StandardCharsets.UTF_8);
    Collected endless =
        Collected.of(
            file, school.formatted("ce@" + "a".repeat(248) + ".fr"), StandardCharsets.UTF_8);

    assertThat(none.all(FeedSchool.class).get(0).email()).isEmpty();
    assertThat(none.problems)
        .extracting(FeedProblem::kind, FeedProblem::subject)
        .containsExactly(tuple(ProblemKind.EMAIL_UNREADABLE, "1"));
    assertThat(endless.all(FeedSchool.class).get(0).email()).isEmpty();
    assertThat(one.all(FeedSchool.class).get(0).email()).contains("ce@sarne.fr");
    assertThat(one.problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENTElevePersRelEleve|5001$2",
        "ENTElevePersRelEleve|$2$1$1$1$0",
        "ENTElevePersRelEleve|5001$x$1$1$1$0",
        "ENTElevePersRelEleve|5001$-3$1$1$1$0",
        "ENTElevePersRelEleve|5001$2$1$77777777777$1$0"
      })
  void an_unreadable_link_is_told_and_the_pupil_stays(String attribute) {
    String[] parts = attribute.split("\\|");
    Collected all =
        Collected.of(
            eleve("<attr name=\"" + parts[0] + "\"><value>" + parts[1] + "</value></attr>"));

    assertThat(all.pupil("1").links()).isEmpty();
    assertThat(all.problems)
        .extracting(FeedProblem::kind)
        .containsExactly(ProblemKind.LINK_UNREADABLE);
  }

  @Test
  void a_truncated_file_is_told_with_its_last_line() {
    String whole = eleve("");
    Collected all = Collected.of(whole.substring(0, whole.length() - 30));

    assertThat(all.problems)
        .extracting(FeedProblem::kind, p -> p.place().line())
        .containsExactly(tuple(ProblemKind.FILE_BROKEN, 11));
  }

  @Test
  void entities_are_refused_and_never_expanded() {
    String laughs =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE ficAlimMENESR [<!ENTITY a \"ha\">"
            + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>\n"
            + "<ficAlimMENESR><addRequest><identifier><id>&c;</id></identifier></addRequest>"
            + "</ficAlimMENESR>";

    assertThat(Collected.of(laughs).problems)
        .extracting(FeedProblem::kind)
        .containsExactly(ProblemKind.FILE_HOSTILE);
    assertThat(Collected.of(laughs).records).isEmpty();
  }

  @Test
  void an_external_entity_is_refused_and_never_loaded() {
    String spy =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE ficAlimMENESR [<!ENTITY x SYSTEM"
            + " \"file:///etc/hostname\">]>\n"
            + eleve("").replaceFirst("<ficAlimMENESR>", "<ficAlimMENESR>&x;");
    Collected all = Collected.of(spy);

    assertThat(all.problems)
        .extracting(FeedProblem::kind)
        .containsExactly(ProblemKind.FILE_HOSTILE);
    assertThat(all.records).isEmpty();
  }

  @Test
  void an_entity_that_nobody_declared_is_refused() {
    assertThat(Collected.of(eleve("").replace("DUPONT", "DUP&eacute;NT")).problems)
        .extracting(FeedProblem::kind)
        .containsExactly(ProblemKind.FILE_HOSTILE);
  }

  @Test
  void a_doctype_is_accepted_and_never_resolved() {
    Collected all =
        Collected.of(
            "<!DOCTYPE ficAlimMENESR SYSTEM \"http://127.0.0.1:1/ficAlimMENESR.dtd\">\n"
                + eleve(""));

    assertThat(all.problems).isEmpty();
    assertThat(all.records).hasSize(1);
  }

  @Test
  void latin_bytes_in_a_file_that_says_utf8_are_told_with_their_line() {
    Collected all =
        Collected.of(
            "a.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + eleve("").replace("DUPONT", "DUPRÉ"),
            LATIN_9);

    assertThat(all.problems)
        .extracting(FeedProblem::kind, p -> p.place().line(), FeedProblem::detail)
        .containsExactly(tuple(ProblemKind.FILE_WRONG_CHARSET, 7, "UTF-8"));
  }

  @Test
  void a_file_without_declaration_is_utf8() {
    assertThat(Collected.of(eleve("").replace("DUPONT", "DUPRÉ")).pupil("1").lastName())
        .isEqualTo("DUPRÉ");
    assertThat(Collected.of("a.xml", eleve("").replace("DUPONT", "DUPRÉ"), LATIN_9).problems)
        .extracting(FeedProblem::kind)
        .containsExactly(ProblemKind.FILE_WRONG_CHARSET);
  }

  @Test
  void utf8_bytes_in_a_file_that_says_latin_are_told_with_their_line() {
    Collected all =
        Collected.of(
            "a.xml",
            "<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>\n"
                + eleve("").replace("DUPONT", "DUPRÉ"),
            StandardCharsets.UTF_8);

    assertThat(all.problems)
        .extracting(FeedProblem::kind, p -> p.place().line(), FeedProblem::detail)
        .containsExactly(tuple(ProblemKind.FILE_WRONG_CHARSET, 7, "ISO-8859-15"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "Shift_JIS", "EBCDIC-CP-FR"})
  void a_charset_that_no_feed_uses_is_told(String charset) {
    assertThat(
            Collected.of("<?xml version=\"1.0\" encoding=\"" + charset + "\"?>\n" + eleve(""))
                .problems)
        .extracting(FeedProblem::kind, FeedProblem::detail)
        .containsExactly(
            tuple(ProblemKind.FILE_UNKNOWN_CHARSET, charset.toUpperCase(java.util.Locale.ROOT)));
  }

  @Test
  void updates_are_refused_by_their_content_and_by_their_name() {
    assertThat(
            Collected.of(
                    "<ficAlimMENESR>\n<modifyRequest><identifier><id>1</id></identifier>"
                        + "</modifyRequest></ficAlimMENESR>")
                .problems)
        .extracting(FeedProblem::kind, p -> p.place().line())
        .containsExactly(tuple(ProblemKind.FILE_IS_DELTA, 2));
    assertThat(
            Collected.of("ENT_Delta_20260901_Eleve_0000.xml", eleve(""), StandardCharsets.UTF_8)
                .problems)
        .extracting(FeedProblem::kind)
        .containsExactly(ProblemKind.FILE_IS_DELTA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<EDT_STS/>", "<html><body/></html>", "<BEE_ELEVES/>"})
  void another_kind_of_xml_is_refused(String xml) {
    assertThat(Collected.of(xml).problems)
        .extracting(FeedProblem::kind)
        .containsExactly(ProblemKind.FILE_NOT_AAF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PK\u0003\u0004", "nom;prénom\n"})
  void what_is_not_xml_is_refused(String text) {
    assertThat(Collected.of(text).problems)
        .extracting(FeedProblem::kind)
        .containsExactly(ProblemKind.FILE_BROKEN);
  }

  @Test
  void a_file_without_records_is_told() {
    assertThat(Collected.of("<ficAlimMENESR></ficAlimMENESR>").problems)
        .extracting(FeedProblem::kind)
        .containsExactly(ProblemKind.FILE_WITHOUT_RECORD);
  }

  @Test
  void a_value_longer_than_any_real_one_rejects_its_record_only() {
    Collected all = Collected.of(eleve("").replace("DUPONT", "D".repeat(20_000)));

    assertThat(all.records).isEmpty();
    assertThat(all.problems)
        .extracting(FeedProblem::kind)
        .containsExactly(ProblemKind.VALUE_TOO_LONG);
  }

  @Test
  void memory_does_not_grow_with_the_file() throws IOException {
    Endless endless = new Endless(eleve(""), 40_000);
    int[] count = {0};
    new AafReader()
        .read(
            "a.xml",
            endless,
            new FeedSink() {
              @Override
              public void record(FeedRecord found) {
                count[0]++;
              }

              @Override
              public void problem(FeedProblem found) {
                throw new AssertionError(found);
              }
            });

    assertThat(count[0]).isEqualTo(40_000);
  }

  /** The same record again and again, made while it is read. */
  private static final class Endless extends InputStream {

    private final byte[] head = "<ficAlimMENESR>".getBytes(StandardCharsets.UTF_8);
    private final byte[] record;
    private final byte[] tail = "</ficAlimMENESR>".getBytes(StandardCharsets.UTF_8);
    private final int times;
    private int at = -1;
    private int position;

    Endless(String whole, int times) {
      this.record =
          whole
              .substring(whole.indexOf("<addRequest>"), whole.indexOf("</ficAlimMENESR>"))
              .getBytes(StandardCharsets.UTF_8);
      this.times = times;
    }

    @Override
    public int read() {
      while (at <= times) {
        byte[] current = at < 0 ? head : at < times ? record : tail;
        if (position < current.length) {
          return current[position++] & 0xFF;
        }
        position = 0;
        at++;
      }
      return -1;
    }
  }

  static String eleve(String attributes) {
    return "<ficAlimMENESR>\n<addRequest>\n<operationalAttributes><attr"
        + " name=\"categoriePersonne\"><value>Eleve</value></attr></operationalAttributes>\n"
        + "<identifier><id>1</id></identifier>\n<attributes>\n"
        + "<attr name=\"sn\"><value>DUPONT</value></attr>\n"
        + "<attr name=\"givenName\"><value>Zoé</value></attr>\n"
        + "<attr name=\"ENTPersonStructRattach\"><value>7</value></attr>\n"
        + attributes
        + "\n</attributes>\n</addRequest>\n</ficAlimMENESR>\n";
  }
}
