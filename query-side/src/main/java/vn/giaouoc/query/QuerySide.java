package vn.giaouoc.query;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import vn.giaouoc.web.WebConfiguration;

/**
 * The side that answers; its program is made in {@code replay}. Its beans bear the full names of
 * their classes, because standalone has both sides in one context and a context's resource is
 * called the same on either side.
 */
@SpringBootApplication(
    exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class},
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableConfigurationProperties(QuerySettings.class)
@Import(WebConfiguration.class)
public class QuerySide {}
