package fr.gestmat.web.security;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads small XML that comes from outside: no document type, so no entities at all and nothing to
 * load from elsewhere.
 */
final class SafeXml {

  /** More than any portal has reason to say of one person. */
  static final int LONGEST = 256 * 1024;

  private SafeXml() {}

  /** The root element; empty if the text is too long, not XML, or has a document type. */
  static Optional<Element> root(String xml) {
    if (xml.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          builder().parse(new InputSource(new StringReader(xml.strip()))).getDocumentElement());
    } catch (SAXException | IOException e) {
      return Optional.empty();
    }
  }

  /** The child elements, in order. */
  static List<Element> children(Element parent) {
    List<Element> found = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  /** The element's name without its prefix. */
  static String name(Element element) {
    String local = element.getLocalName();
    return local == null ? element.getTagName() : local;
  }

  private static DocumentBuilder builder() {
    // The platform's own parser: a library of the server could know other switches.
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setNamespaceAware(true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the platform's parser knows these features", e);
    }
  }
}
