# One image for every role; the role is the command. Chromium is here for sources that need a browser.
FROM node:24-bookworm-slim
RUN apt-get update \
 && apt-get install --yes --no-install-recommends chromium-headless-shell ca-certificates \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json ./
# The image has its own Node: the one carried for clones is 190 MB of nothing here.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/node-linux-*
COPY . .
USER node
ENTRYPOINT ["node", "src/main/pactwire.ts"]
CMD ["up"]
