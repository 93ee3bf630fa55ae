# Packs the jar into an image, in layers that change seldom to often. Build the jar first: mvn package
FROM eclipse-temurin:17-jre AS layers
WORKDIR /layers
COPY target/shelfmates.jar shelfmates.jar
RUN java -Djarmode=tools -jar shelfmates.jar extract --layers --destination extracted

FROM eclipse-temurin:17-jre
RUN groupadd --gid 10001 shelfmates \
    && useradd --uid 10001 --gid shelfmates --home-dir /app --no-create-home --shell /usr/sbin/nologin shelfmates \
    && install -d -o shelfmates -g shelfmates /app/data
WORKDIR /app
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
USER shelfmates
# of the container's memory limit; PostgreSQL runs elsewhere, threads and buffers take the rest
ENV JAVA_TOOL_OPTIONS=-XX:MaxRAMPercentage=70
EXPOSE 8080
# the management port is open inside the container only
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
    CMD curl -fsS -o /dev/null "http://127.0.0.1:${MANAGEMENT_SERVER_PORT:-$((${SERVER_PORT:-8080} + 1))}/actuator/health/readiness"
ENTRYPOINT ["java", "-jar", "shelfmates.jar"]
