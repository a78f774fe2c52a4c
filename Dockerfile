# syntax=docker/dockerfile:1
# digest in a container: docker build -t digest . ; how to run it: README.md, section Operation.

FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY digest/ digest/
COPY templates/ templates/
RUN python -m venv /opt/digest \
    && /opt/digest/bin/pip install --no-cache-dir ".[fast,docs-in,postgres]"

FROM python:3.13-slim
LABEL org.opencontainers.image.title="digest" \
      org.opencontainers.image.licenses="MIT"
RUN groupadd --gid 10001 digest \
    && useradd --uid 10001 --gid digest --home-dir /data --create-home --shell /usr/sbin/nologin digest
COPY --from=build /opt/digest /opt/digest
ENV PATH=/opt/digest/bin:$PATH \
    PYTHONUNBUFFERED=1
USER 10001:10001
# config.yaml, the articles and the state
WORKDIR /data
VOLUME /data
# the reader who is being served is finished first: give it time, docker stop --time 660
STOPSIGNAL SIGTERM
ENTRYPOINT ["digest"]
CMD ["start", "--log-format", "json"]
