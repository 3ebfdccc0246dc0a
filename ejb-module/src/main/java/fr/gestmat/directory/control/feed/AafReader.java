package fr.gestmat.directory.control.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one file of an AAF complete export ({@code ficAlimMENESR}) as a stream: memory does not
 * grow with the file. The DOCTYPE line of real files is accepted and never resolved; entities
 * beyond the five of XML are refused, so that nothing can be fetched, read from disk or blown up.
 * Anything wrong is told to the sink; a problem of severity FILE ends the reading.
 */
public final class AafReader {

  private static final String ROOT = "ficAlimMENESR";
  private static final String ADD = "addRequest";
  private static final Set<String> DELTA = Set.of("modifyRequest", "deleteRequest");
  private static final int DEEPEST = 8;

  private final XMLInputFactory factory;

  /** Prepares the JDK's own parser, the same on every server. */
  public AafReader() {
    factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> new StringReader(""));
  }

  /**
   * Reads a file to its end or to the first thing that makes it unreadable.
   *
   * @param file the file's name, for the report
   * @param in the bytes, not closed here
   * @param sink takes records and problems in the order of the file
   */
  public void read(String file, InputStream in, FeedSink sink) {
    if (file.toLowerCase(Locale.ROOT).contains("_delta_")) {
      sink.problem(new FeedProblem(new FeedPlace(file, 0), ProblemKind.FILE_IS_DELTA, "", "", ""));
      return;
    }
    int[] line = {1};
    try {
      Reader reader = StrictCharsetReader.open(in);
      XMLStreamReader xml = factory.createXMLStreamReader(reader);
      readAll(file, xml, sink, line);
    } catch (WrongCharsetException e) {
      sink.problem(charsetProblem(file, e));
    } catch (XMLStreamException e) {
      sink.problem(brokenProblem(file, e, line[0]));
    } catch (IOException e) {
      sink.problem(
          new FeedProblem(
              new FeedPlace(file, line[0]), ProblemKind.FILE_BROKEN, "", "", message(e)));
    } catch (HostileXmlException e) {
      sink.problem(
          new FeedProblem(
              new FeedPlace(file, e.line()), ProblemKind.FILE_HOSTILE, "", "", message(e)));
    }
  }

  private static void readAll(String file, XMLStreamReader xml, FeedSink sink, int[] line)
      throws XMLStreamException, HostileXmlException {
    AafRecords records = new AafRecords(file, sink);
    AafAttributes attributes = new AafAttributes();
    int depth = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      line[0] = xml.getLocation().getLineNumber();
      switch (event) {
        case XMLStreamConstants.DTD -> refuseInternalSubset(xml);
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new HostileXmlException(line[0], xml.getLocalName());
        case XMLStreamConstants.START_ELEMENT -> {
          String name = xml.getLocalName();
          depth++;
          if (depth > DEEPEST) {
            throw new HostileXmlException(line[0], name);
          }
          if (depth == 1 && !ROOT.equals(name)) {
            sink.problem(
                new FeedProblem(
                    new FeedPlace(file, line[0]), ProblemKind.FILE_NOT_AAF, "", "", name));
            return;
          }
          if (depth == 2 && DELTA.contains(name)) {
            sink.problem(
                new FeedProblem(
                    new FeedPlace(file, line[0]), ProblemKind.FILE_IS_DELTA, "", "", name));
            return;
          }
          if (depth == 2 && ADD.equals(name)) {
            attributes.begin(line[0]);
          } else {
            attributes.startElement(name, Optional.ofNullable(xml.getAttributeValue(null, "name")));
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            attributes.text(xml);
        case XMLStreamConstants.END_ELEMENT -> {
          if (depth == 2 && ADD.equals(xml.getLocalName())) {
            records.emit(attributes);
          } else {
            attributes.endElement(xml.getLocalName());
          }
          depth--;
        }
        default -> {
          // Comments and processing instructions say nothing to us.
        }
      }
    }
    records.end();
  }

  private static void refuseInternalSubset(XMLStreamReader xml) throws HostileXmlException {
    String dtd = xml.getText();
    if (dtd != null && dtd.contains("<!ENTITY")) {
      throw new HostileXmlException(xml.getLocation().getLineNumber(), "DOCTYPE");
    }
  }

  private static FeedProblem charsetProblem(String file, WrongCharsetException e) {
    return new FeedProblem(
        new FeedPlace(file, e.line()),
        e.unknown() ? ProblemKind.FILE_UNKNOWN_CHARSET : ProblemKind.FILE_WRONG_CHARSET,
        "",
        "",
        e.charset());
  }

  /** The parser wraps the failures of its source, and hides entities in plain errors. */
  private static FeedProblem brokenProblem(String file, XMLStreamException e, int lastLine) {
    if (e.getNestedException() instanceof WrongCharsetException charset) {
      return charsetProblem(file, charset);
    }
    int line = e.getLocation() == null ? lastLine : e.getLocation().getLineNumber();
    String message = message(e);
    boolean entity = message.toLowerCase(Locale.ROOT).contains("entity");
    return new FeedProblem(
        new FeedPlace(file, line),
        entity ? ProblemKind.FILE_HOSTILE : ProblemKind.FILE_BROKEN,
        "",
        "",
        "");
  }

  private static String message(Exception e) {
    return e.getMessage() == null ? "" : e.getMessage();
  }
}
