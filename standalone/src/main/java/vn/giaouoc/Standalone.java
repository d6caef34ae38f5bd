package vn.giaouoc;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What both sides in one process have beside what each has alone. */
@Configuration(proxyBeanMethods = false)
@Import(OpenApiNames.class)
class Standalone {

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .components(
            new Components()
                .addSecuritySchemes(
                    "token",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description(
                            "Muốn ghi phải có mã; không có mã thì chỉ xem được những gì công khai."
                                + " (Writing needs a token; without one only what is public can be"
                                + " seen.)")))
        .info(
            new Info()
                .title("Giao Ước")
                .version("1")
                .description(
                    "Một năm thi đua của khối, cụm thi đua, kể bằng các sự kiện. "
                        + "(The year of an emulation bloc, told by events.)")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
  }
}
