package vn.giaouoc.query.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.Templates;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.giaouoc.query.answer.Problem;

/**
 * The layout of Nghị định 30/2020/NĐ-CP: a page that prints on A4 and that office programs open.
 * Every measure of it stands in a stylesheet, of which there can be several versions.
 */
public final class Layout {

  /** The version of the layout that papers are given out in. */
  private static final String STYLESHEET = "nd30-2020-1.xsl";

  private static final Templates TEMPLATE = template();

  private Layout() {}

  /**
   * A paper as a file.
   *
   * @param format as it is asked for; there is only {@code html}
   * @param name what it is called, without ending
   */
  public static ResponseEntity<byte[]> file(String format, String name, Print print) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(name + "." + format, StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .body(page(print));
  }

  /**
   * Refuses what is no format.
   *
   * @throws Problem if it is none
   */
  public static void mustBeHtml(String format) {
    if (!format.equals("html")) {
      throw Problem.badParameter("format", format, "Có thể dùng: html.", "There is: html.");
    }
  }

  /** A paper as a page. */
  static byte[] page(Print print) {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try {
      TEMPLATE
          .newTransformer()
          .transform(new StreamSource(new StringReader(xml(print))), new StreamResult(page));
    } catch (TransformerException | XMLStreamException e) {
      throw new IllegalStateException("The stylesheet does not take the paper", e);
    }
    return page.toByteArray();
  }

  private static Templates template() {
    try (InputStream stylesheet =
        Objects.requireNonNull(Layout.class.getResourceAsStream(STYLESHEET), STYLESHEET)) {
      TransformerFactory factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newTemplates(new StreamSource(stylesheet));
    } catch (IOException | TransformerException e) {
      throw new IllegalStateException(STYLESHEET + " is no stylesheet", e);
    }
  }

  private static String xml(Print print) throws XMLStreamException {
    StringWriter text = new StringWriter();
    XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    xml.writeStartElement("paper");
    element(xml, "above", print.head().above());
    element(xml, "issuer", print.head().issuer());
    element(xml, "number", print.head().number());
    element(xml, "place-and-date", print.head().placeAndDate());
    element(xml, "type", print.type());
    element(xml, "about", print.about());
    for (Print.Section section : print.sections()) {
      xml.writeStartElement("section");
      element(xml, "heading", section.heading());
      for (String paragraph : section.paragraphs()) {
        element(xml, "p", paragraph);
      }
      if (section.table() != null) {
        xml.writeStartElement("table");
        row(xml, "headings", section.table().headings());
        for (List<String> row : section.table().rows()) {
          row(xml, "row", row);
        }
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    element(xml, "ending", print.ending());
    element(xml, "left", print.left().capacity());
    element(xml, "right", print.right().capacity());
    xml.writeEndElement();
    xml.flush();
    return text.toString();
  }

  private static void row(XMLStreamWriter xml, String name, List<String> cells)
      throws XMLStreamException {
    xml.writeStartElement(name);
    for (String cell : cells) {
      element(xml, "cell", cell);
    }
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(printable(text));
    xml.writeEndElement();
  }

  /** Without what no page can hold: people paste all sorts of characters. */
  private static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }
}
