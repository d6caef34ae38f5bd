# One recipe for all that runs: docker build --build-arg MODULE=command-side (or query-side, or standalone).
# Built from the source tree; run without rights, on the very Java with which its start-up cache was made.
ARG JAVA=25.0.3_9

FROM eclipse-temurin:${JAVA}-jdk-noble AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -ntp -pl standalone -am -DskipTests package
# what changes seldom lies in front of what changes always
RUN for program in command-side=command-side/target/giaouoc-command-side.jar \
      query-side=replay/target/giaouoc-query-side.jar standalone=standalone/target/giaouoc.jar; do \
    module="${program%%=*}"; jar="${program#*=}"; \
    java -Djarmode=tools -jar "$jar" extract --layers --destination "/layers/$module"; \
    mv "/layers/$module/application/$(basename "$jar")" "/layers/$module/application/app.jar"; \
  done

FROM eclipse-temurin:${JAVA}-jre-noble AS program
ARG MODULE
RUN test -n "$MODULE" && useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin giaouoc
WORKDIR /app
COPY --from=build /layers/${MODULE}/dependencies/ ./
COPY --from=build /layers/${MODULE}/snapshot-dependencies/ ./
COPY --from=build /layers/${MODULE}/application/ ./

FROM program AS rehearsed
ARG MODULE
RUN mkdir /cache && chown giaouoc /cache
COPY deploy/rehearse /rehearsal/
COPY --from=build /source/standalone/target/giaouoc.jar /rehearsal/
USER giaouoc
# standalone is no server here, only a set of commands: they start as they are
RUN if [ "$MODULE" != standalone ]; then \
    /rehearsal/rehearse java "$MODULE" /app/app.jar /cache/app.aot /rehearsal/giaouoc.jar; \
  fi

FROM program
COPY --from=rehearsed /cache/ ./
# a volume that is laid over it has the same owner, and is closed to others
RUN mkdir -m 700 /ballot-keys && chown giaouoc /ballot-keys
USER giaouoc
# inside a container it answers the network that the container is given, and nobody else
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080 LANG=C.UTF-8
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=12s --start-period=120s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED", \
  "--sun-misc-unsafe-memory-access=allow", "-Ddisable-axoniq-console-message=true", "-XX:AOTCache=/app/app.aot", \
  "-jar", "/app/app.jar"]
