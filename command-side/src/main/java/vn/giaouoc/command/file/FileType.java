package vn.giaouoc.command.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The types of files that are kept. A file is of a type if its name ends so and its content begins
 * and is built so: a browser that is given it later takes it for nothing else.
 */
enum FileType {
  PDF("application/pdf", "pdf") {
    @Override
    boolean is(byte[] content) {
      return begins(content, "%PDF-".getBytes(StandardCharsets.US_ASCII));
    }
  },
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx") {
    @Override
    boolean is(byte[] content) {
      return packed(content, "word/document.xml");
    }
  },
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx") {
    @Override
    boolean is(byte[] content) {
      return packed(content, "xl/workbook.xml");
    }
  },
  ODT("application/vnd.oasis.opendocument.text", "odt") {
    @Override
    boolean is(byte[] content) {
      // it names its type first, unpacked
      byte[] says = ("mimetype" + mediaType()).getBytes(StandardCharsets.US_ASCII);
      return begins(content, ZIP)
          && content.length > NAME_OF_FIRST_ENTRY + says.length
          && begins(Arrays.copyOfRange(content, NAME_OF_FIRST_ENTRY, content.length), says);
    }
  },
  PNG("image/png", "png") {
    @Override
    boolean is(byte[] content) {
      return begins(content, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    }
  },
  JPEG("image/jpeg", "jpg", "jpeg") {
    @Override
    boolean is(byte[] content) {
      return begins(content, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
    }
  },
  TXT("text/plain", "txt") {
    @Override
    boolean is(byte[] content) {
      return text(content);
    }
  },
  CSV("text/csv", "csv") {
    @Override
    boolean is(byte[] content) {
      return text(content);
    }
  };

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int NAME_OF_FIRST_ENTRY = 30;

  private final String mediaType;
  private final List<String> endings;

  FileType(String mediaType, String... endings) {
    this.mediaType = mediaType;
    this.endings = List.of(endings);
  }

  /** The type that a name claims; nothing if none of these. */
  static Optional<FileType> named(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(type -> type.endings.contains(ending)).findFirst();
  }

  /** The media type by which it is given out. */
  String mediaType() {
    return mediaType;
  }

  /** Whether content is of this type. */
  abstract boolean is(byte[] content);

  private static boolean begins(byte[] content, byte[] with) {
    return content.length >= with.length
        && Arrays.equals(content, 0, with.length, with, 0, with.length);
  }

  private static boolean text(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.chars()
          .noneMatch(sign -> sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t');
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Whether it is a package of an office program, with this part and without programs in it. */
  private static boolean packed(byte[] content, String part) {
    if (!begins(content, ZIP)) {
      return false;
    }
    Set<String> names = names(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
    return names.contains("[Content_Types].xml")
        && names.contains(part)
        && names.stream().noneMatch(name -> name.endsWith("vbaProject.bin"));
  }

  /**
   * The names in the directory at the end of a ZIP file; nothing is unpacked, so nothing can
   * unfold. None if the directory is broken.
   */
  private static Set<String> names(ByteBuffer zip) {
    Set<String> names = new HashSet<>();
    try {
      int end = zip.limit() - 22;
      while (zip.getInt(end) != 0x06054b50) {
        end--;
      }
      int entries = Short.toUnsignedInt(zip.getShort(end + 10));
      int at = zip.getInt(end + 16);
      for (int entry = 0; entry < entries; entry++) {
        if (zip.getInt(at) != 0x02014b50) {
          return Set.of();
        }
        int length = Short.toUnsignedInt(zip.getShort(at + 28));
        byte[] name = new byte[length];
        zip.get(at + 46, name);
        names.add(new String(name, StandardCharsets.UTF_8));
        at +=
            46
                + length
                + Short.toUnsignedInt(zip.getShort(at + 30))
                + Short.toUnsignedInt(zip.getShort(at + 32));
      }
    } catch (IndexOutOfBoundsException e) {
      return Set.of();
    }
    return names;
  }
}
