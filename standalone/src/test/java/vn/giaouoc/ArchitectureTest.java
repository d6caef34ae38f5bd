package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The program keeps to the rules. */
class ArchitectureTest {

  /** The program's own classes, without tests and generated code. */
  static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("vn.giaouoc");

  @TestFactory
  Stream<DynamicTest> the_program_keeps_to_the_rules() {
    return ArchitectureRules.all().values().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(PROGRAM)));
  }

  @Test
  void all_modules_are_looked_at() {
    assertThat(
            PROGRAM.stream()
                .map(type -> type.getPackageName())
                .filter(
                    Map.of(
                                "vn.giaouoc", 1,
                                "vn.giaouoc.command", 1,
                                "vn.giaouoc.query", 1,
                                "vn.giaouoc.replay", 1,
                                "vn.giaouoc.shared", 1)
                            .keySet()
                        ::contains)
                .distinct())
        .hasSize(5);
  }
}
