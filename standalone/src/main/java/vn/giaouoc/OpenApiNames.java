package vn.giaouoc;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How types are called in the description of the API. By its simple name alone, what calls a poll
 * and what calls a conference would be one type, described as whichever comes last; so a type
 * within another goes by the names of both, and one that is not of the reading side by that of its
 * context, too.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiNames {

  @Bean
  ModelResolver modelResolver(ObjectMapperProvider mappers) {
    ModelResolver resolver = new ModelResolver(mappers.jsonMapper(), new Names());
    resolver.openapi31(mappers.isOpenapi31());
    return resolver;
  }

  /** Tells types apart. */
  private static final class Names extends TypeNameResolver {

    private static final String READ = "vn.giaouoc.query.";

    private final Map<String, Class<?>> given = new ConcurrentHashMap<>();

    @Override
    protected String getNameOfClass(Class<?> type) {
      String name = name(type);
      Class<?> other = given.putIfAbsent(name, type);
      if (other != null && other != type) {
        throw new IllegalStateException(
            "The API would describe two types as one: " + other + " and " + type);
      }
      return name;
    }

    private static String name(Class<?> type) {
      Class<?> within = type.getEnclosingClass();
      if (within != null) {
        return name(within) + type.getSimpleName();
      }
      String context = type.getPackageName();
      if (context.startsWith(READ)) {
        return type.getSimpleName();
      }
      context = context.substring(context.lastIndexOf('.') + 1);
      return type.getSimpleName().toLowerCase(Locale.ROOT).contains(context)
          ? type.getSimpleName()
          : Character.toUpperCase(context.charAt(0)) + context.substring(1) + type.getSimpleName();
    }
  }
}
