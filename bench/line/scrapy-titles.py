"""Scrapy reading titles: python3 scrapy-titles.py <url list file>. Prints pages and seconds."""
import sys
import time

from scrapy.crawler import CrawlerProcess
from scrapy.spiders import Spider
from scrapy import Request


class Titles(Spider):
    name = "titles"
    count = 0

    def start_requests(self):
        for line in open(sys.argv[1]):
            yield Request(line.strip())

    def parse(self, response):
        Titles.count += 1
        yield {"title": response.css("title::text").get()}


process = CrawlerProcess(
    settings={
        "LOG_LEVEL": "ERROR",
        "CONCURRENT_REQUESTS": 50,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 50,
        "TELNETCONSOLE_ENABLED": False,
        "ROBOTSTXT_OBEY": False,
    }
)
process.crawl(Titles)
started = time.monotonic()
process.start()
print(Titles.count, time.monotonic() - started)
