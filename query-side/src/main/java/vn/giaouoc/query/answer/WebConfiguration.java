package vn.giaouoc.query.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.giaouoc.web.Asking;

/** What all addresses of this side have in common. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  private static final Set<String> READS = Set.of("GET", "HEAD");

  private final Asking asking;

  WebConfiguration(Asking asking) {
    this.asking = asking;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new KnownParametersOnly());
    if (asking.identified()) {
      registry.addInterceptor(new ForWhoAsksOnly(asking));
    }
  }

  /**
   * The committed description of the whole API. Where both sides run in one process, the one that
   * is made from the program comes before it.
   */
  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/v3/api-docs").setViewName("forward:/openapi.json");
  }

  /**
   * Validators for answers that a cache keeps; the feed has no end, and no validator. They are made
   * of what is sent, and so of nothing that the reader may not see.
   */
  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> queryEtags() {
    FilterRegistrationBean<ShallowEtagHeaderFilter> registration =
        new FilterRegistrationBean<>(
            new ShallowEtagHeaderFilter() {
              @Override
              protected boolean shouldNotFilter(HttpServletRequest request) {
                String accept = request.getHeader(HttpHeaders.ACCEPT);
                return !READS.contains(request.getMethod())
                    || (accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE));
              }

              @Override
              protected boolean isEligibleForEtag(
                  HttpServletRequest request,
                  HttpServletResponse response,
                  int status,
                  InputStream answer) {
                return READS.contains(request.getMethod())
                    && !response.isCommitted()
                    && status / 100 == 2;
              }
            });
    registration.addUrlPatterns("/api/*");
    return registration;
  }

  /** What is answered depends on who asks, also that there is nothing. */
  private record ForWhoAsksOnly(Asking asking) implements HandlerInterceptor {

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
      if (asking.account().isPresent()) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private");
      }
      return true;
    }
  }

  /**
   * A parameter that is misspelt must not silently be one that is not given: {@code asof} is not
   * {@code asOf}.
   */
  private static final class KnownParametersOnly implements HandlerInterceptor {

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      if (handler instanceof HandlerMethod method
          && method.getBeanType().getPackageName().startsWith("vn.giaouoc.query")) {
        Set<String> known = known(method);
        Set<String> given = parametersOf(request).keySet();
        if (given.contains("format")
            && (given.contains("comparedWith") || given.contains("comparedEffective"))) {
          throw Answer.notComparable();
        }
        for (String name : given) {
          if (!known.contains(name)) {
            throw new Problem(
                Problem.Kind.BAD_PARAMETER,
                "Không có tham số '" + name + "'. Có thể dùng: " + String.join(", ", known) + ".",
                "There is no parameter '"
                    + name
                    + "'. There are: "
                    + String.join(", ", known)
                    + ".");
          }
        }
      }
      return true;
    }

    private static Map<String, String[]> parametersOf(HttpServletRequest request) {
      try {
        return request.getParameterMap();
      } catch (IllegalStateException e) {
        throw new Problem(
            Problem.Kind.BAD_PARAMETER,
            "Không đọc được các tham số: chúng phải được mã hóa bằng UTF-8.",
            "The parameters cannot be read: they must be encoded in UTF-8.");
      }
    }

    private static Set<String> known(HandlerMethod method) {
      Set<String> known = new TreeSet<>();
      for (MethodParameter parameter : method.getMethodParameters()) {
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        if (named != null) {
          known.add(named.name().isEmpty() ? parameter.getParameter().getName() : named.name());
        } else if (parameter.getParameterType() == Moment.class) {
          Arrays.stream(Moment.class.getRecordComponents())
              .map(RecordComponent::getName)
              .forEach(known::add);
        }
      }
      return known;
    }
  }
}
