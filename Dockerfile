# Node runs the TypeScript as it is: no build step. Debian, since the worker threads' memory limits were measured on glibc.
FROM node:24-slim

ENV NODE_ENV=production
WORKDIR /app

# Without the optional packages: the demo workspace, and the Node binary for machines with an older one.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force

COPY prompts ./prompts
COPY samples ./samples
COPY src ./src

# The database is the only thing written; everything else may be mounted read-only.
# data/ here leads there too: a .env with the example's DATABASE_PATH, or an empty one, means the volume.
RUN mkdir /data && chown node:node /data && ln -s /data /app/data
VOLUME /data
ENV DATABASE_PATH=/data/byline.sqlite HEALTH_PORT=8081
USER node

# Ready: the store answers, Slack is connected, the worker is alive. Loopback inside the container, so no port is published.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.HEALTH_PORT||8081)+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]

# An empty HEALTH_PORT, as .env.example has it, would leave the check above without an answer. Node takes the shell's place, so that it
# is process 1 and gets SIGTERM itself: replies under way are posted, then it stops, within ten seconds.
CMD ["sh", "-c", "HEALTH_PORT=${HEALTH_PORT:-8081} exec node src/main.ts"]
