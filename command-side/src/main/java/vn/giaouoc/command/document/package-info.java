/** Documents that people write as YAML or JSON: read with their lines, checked by a JSON Schema. */
@NullMarked
package vn.giaouoc.command.document;

import org.jspecify.annotations.NullMarked;
