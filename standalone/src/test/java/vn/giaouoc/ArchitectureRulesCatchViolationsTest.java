package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rule fails on a sample that breaks it, and names what breaks it. */
class ArchitectureRulesCatchViolationsTest {

  @TestFactory
  Stream<DynamicTest> every_rule_catches_its_sample() {
    return ArchitectureRules.all().entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getValue().getDescription(),
                    () -> {
                      JavaClasses sample =
                          new ClassFileImporter().importPackages("violations." + rule.getKey());
                      assertThat(sample).as("there is a sample").isNotEmpty();
                      assertThat(rule.getValue().evaluate(sample).getFailureReport().getDetails())
                          .as("what the rule finds in its sample")
                          .isNotEmpty()
                          .allMatch(detail -> detail.contains("violations." + rule.getKey()));
                    }));
  }
}
