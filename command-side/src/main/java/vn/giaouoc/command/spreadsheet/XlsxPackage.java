package vn.giaouoc.command.spreadsheet;

import static vn.giaouoc.command.spreadsheet.SpreadsheetRejection.HAS_EXTERNAL_LINKS;
import static vn.giaouoc.command.spreadsheet.SpreadsheetRejection.HAS_MACROS;
import static vn.giaouoc.command.spreadsheet.SpreadsheetRejection.NOT_A_SPREADSHEET;
import static vn.giaouoc.command.spreadsheet.SpreadsheetRejection.NOT_READABLE;
import static vn.giaouoc.command.spreadsheet.SpreadsheetRejection.TOO_LARGE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of an XLSX file, unpacked under a bound and packed again: what reads it afterwards sees
 * these parts and nothing else. Java's own reader does not take every file that office programs
 * write, so it is the one that the reader of workbooks brings.
 */
final class XlsxPackage {

  private static final int MOST_PARTS = 300;
  private static final int MOST_UNPACKED = 32 * 1024 * 1024;

  private XlsxPackage() {}

  /**
   * The file, made of what was looked at.
   *
   * @throws vn.giaouoc.command.Rejection.Rejected if it unfolds without measure, holds programs,
   *     takes values from elsewhere, or is no such file
   */
  static byte[] checked(byte[] content) {
    Map<String, byte[]> parts = parts(content);
    NOT_A_SPREADSHEET.unless(
        parts.containsKey("[Content_Types].xml") && parts.containsKey("xl/workbook.xml"));
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      String name = part.getKey().toLowerCase(Locale.ROOT);
      HAS_MACROS.unless(!name.endsWith("vbaproject.bin") && !name.startsWith("xl/macrosheets/"));
      HAS_EXTERNAL_LINKS.unless(!name.startsWith("xl/externallinks/"));
      if (name.endsWith(".xml") || name.endsWith(".rels")) {
        // no file of an office program has one; with it a text could unfold within the text
        NOT_READABLE.unless(!contains(part.getValue(), "<!DOCTYPE"), part.getKey());
      }
    }
    HAS_MACROS.unless(
        !contains(Objects.requireNonNull(parts.get("[Content_Types].xml")), "macroEnabled"));
    return packed(parts);
  }

  private static Map<String, byte[]> parts(byte[] content) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    int left = MOST_UNPACKED;
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        // office programs know these two only, and the others want libraries that are not here
        NOT_READABLE.unless(
            entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED,
            entry.getName());
        byte[] part;
        try (InputStream unpacked = zip.getInputStream(entry)) {
          part = unpacked.readNBytes(left + 1);
        }
        left -= part.length;
        TOO_LARGE.unless(left >= 0 && parts.size() < MOST_PARTS);
        if (!entry.isDirectory()) {
          NOT_READABLE.unless(parts.put(entry.getName(), part) == null, entry.getName());
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      NOT_READABLE.unless(false);
    }
    return parts;
  }

  private static byte[] packed(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static boolean contains(byte[] part, String text) {
    return new String(part, StandardCharsets.ISO_8859_1).contains(text)
        || new String(part, StandardCharsets.UTF_16LE).contains(text)
        || new String(part, StandardCharsets.UTF_16BE).contains(text);
  }
}
