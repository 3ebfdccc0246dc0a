package fr.gestmat.filestore.control;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one page of an object store's list ({@code ListBucketResult}). */
final class ObjectList {

  private ObjectList() {}

  /** Names what is on the page; where the list goes on, if it does. */
  static Optional<String> read(InputStream xml, Consumer<FileBytes.Kept> sink) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader in = factory.createXMLStreamReader(xml);
      String key = "";
      Optional<String> next = Optional.empty();
      while (in.hasNext()) {
        if (in.next() == XMLStreamConstants.START_ELEMENT) {
          switch (in.getLocalName()) {
            case "Key" -> key = in.getElementText();
            case "LastModified" -> take(key, in.getElementText(), sink);
            case "NextContinuationToken" -> next = Optional.of(in.getElementText());
            default -> {
              // The rest says what was asked for.
            }
          }
        }
      }
      return next;
    } catch (XMLStreamException e) {
      throw new IOException("the object store's list cannot be read", e);
    }
  }

  private static void take(String key, String written, Consumer<FileBytes.Kept> sink) {
    UUID id;
    try {
      id = UUID.fromString(key.substring(key.indexOf('/') + 1));
    } catch (IllegalArgumentException e) {
      return; // Somebody else's object in our bucket.
    }
    sink.accept(new FileBytes.Kept(id, Instant.parse(written)));
  }
}
