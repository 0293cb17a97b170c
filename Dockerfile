# One image for every role: the worker (default), migrations, imports.
FROM node:24-bookworm-slim

ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/app/data
WORKDIR /app

# Without the optional package: the image brings the right Node itself.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional && npm cache clean --force

COPY tsconfig.json LICENSE ./
COPY src src
COPY intents intents
COPY locales locales
COPY migrations migrations
COPY city city
COPY examples examples

RUN mkdir data .compiled && chown node:node data .compiled
USER node

# Compiled here, by the user who runs it: otherwise a third of the work of every start.
ENV NODE_COMPILE_CACHE=/app/.compiled
RUN node -e "import('/app/src/app.ts')"

EXPOSE 8080
# The first start of a new version learns the intents, half a minute when four workers do so on two busy cores.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

# Node itself, not npm: signals must reach the program.
CMD ["node", "src/main.ts"]
