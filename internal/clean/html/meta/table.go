package meta

// property is what the name of a meta element or an itemprop means.
type property struct {
	field field
	rank  uint8
}

// properties are the names of meta elements (name, property, itemprop, http-equiv), in lower case, by the vocabularies that
// define them: OpenGraph, Dublin Core, Highwire Press (citation_*), schema.org, and those of Parse.ly, Sailthru and
// Chartbeat. The rank is the order of trust within the meta elements.
var properties = map[string]property{
	"og:title": {title, 0}, "twitter:title": {title, 1}, "citation_title": {title, 0}, "parsely-title": {title, 0}, "sailthru.title": {title, 1},
	"dc.title": {title, 1}, "dcterms.title": {title, 1}, "title": {title, 2}, "headline": {title, 0}, "dcsext.articletitle": {title, 1}, "mediator": {0, 0},

	"author": {author, 1}, "article:author": {author, 2}, "og:article:author": {author, 2}, "citation_author": {author, 0}, "dc.creator": {author, 1}, "dcterms.creator": {author, 1},
	"dc.contributor.author": {author, 1}, "parsely-author": {author, 0}, "sailthru.author": {author, 0}, "article:author_name": {author, 0}, "byl": {author, 0}, "creator": {author, 1},
	"og:author": {author, 1}, "authors": {author, 0}, "dcsext.author": {author, 1}, "article.author": {author, 1}, "shareaholic:article_author_name": {author, 0}, "mediator_author": {author, 0}, "cxenseparse:author": {author, 0}, "lp.article:author": {author, 1},

	"article:published_time": {published, 0}, "og:article:published_time": {published, 0}, "og:published_time": {published, 0}, "datepublished": {published, 0}, "rnews:datepublished": {published, 0},
	"citation_publication_date": {published, 1}, "citation_date": {published, 1}, "citation_online_date": {published, 1}, "parsely-pub-date": {published, 0}, "sailthru.date": {published, 1},
	"dc.date.issued": {published, 1}, "dcterms.issued": {published, 1}, "dc.date.created": {published, 1}, "dcterms.created": {published, 1}, "dc.issued": {published, 1}, "dcterms.date": {published, 2}, "dc.date": {published, 2}, "dc.date.publication": {published, 1},
	"date": {published, 2}, "pubdate": {published, 1}, "publishdate": {published, 1}, "publish_date": {published, 1}, "publish-date": {published, 1}, "published_date": {published, 1}, "publication_date": {published, 1}, "publication-date": {published, 1}, "published-date": {published, 1}, "published_time": {published, 1}, "published": {published, 1},
	"datecreated": {published, 3}, "date_created": {published, 3}, "created": {published, 3}, "creation_date": {published, 3}, "dateposted": {published, 1}, "article.published": {published, 1}, "article.created": {published, 2}, "originalpublicationdate": {published, 0}, "og:pubdate": {published, 1}, "uploaddate": {published, 3}, "cxenseparse:recs:publishtime": {published, 1}, "article:publication_date": {published, 0}, "article_date_original": {published, 0}, "ptime": {published, 1}, "rc.datecreation": {published, 2}, "displaydate": {published, 1}, "gentime": {published, 2}, "last-publication-date": {published, 3}, "shareaholic:article_published_time": {published, 0}, "bt:pubdate": {published, 1}, "timestamp": {published, 3}, "og:release_date": {published, 2}, "article:post_date": {published, 1}, "article:create_time": {published, 1},

	"article:modified_time": {modified, 0}, "og:updated_time": {modified, 1}, "og:article:modified_time": {modified, 0}, "datemodified": {modified, 0}, "last-modified": {modified, 2}, "lastmod": {modified, 2}, "modified": {modified, 2}, "dcterms.modified": {modified, 1}, "dc.date.modified": {modified, 1}, "og:modified_time": {modified, 0}, "revised": {modified, 2}, "article:updated_time": {modified, 0}, "updated_time": {modified, 1}, "modified_time": {modified, 1}, "shareaholic:article_modified_time": {modified, 0}, "article.updated": {modified, 1},

	"og:site_name": {site, 0}, "application-name": {site, 1}, "twitter:site:name": {site, 1}, "shareaholic:site_name": {site, 0}, "apple-mobile-web-app-title": {site, 2}, "cre": {site, 1}, "isfamilyfriendly": {0, 0},

	"dc.publisher": {publisher, 0}, "dcterms.publisher": {publisher, 0}, "publisher": {publisher, 0}, "citation_publisher": {publisher, 0}, "article:publisher": {publisher, 1}, "copyright": {publisher, 2},

	"og:url": {canonical, 1},

	"language": {language, 1}, "content-language": {language, 1}, "dc.language": {language, 1}, "dcterms.language": {language, 1}, "og:locale": {language, 2}, "inlanguage": {language, 0},

	"dc.rights": {license, 1}, "dcterms.rights": {license, 1}, "dcterms.license": {license, 0}, "dc.rights.license": {license, 0}, "license": {license, 0}, "rights": {license, 2},

	"keywords": {tag, 1}, "article:tag": {tag, 0}, "news_keywords": {tag, 1}, "parsely-tags": {tag, 1}, "sailthru.tags": {tag, 1}, "dc.subject": {tag, 1}, "citation_keywords": {tag, 0}, "og:article:tag": {tag, 0},
	"article:section": {category, 0}, "articlesection": {category, 0}, "parsely-section": {category, 1}, "category": {category, 1}, "section": {category, 1}, "og:article:section": {category, 0},

	"og:image": {image, 0}, "og:image:url": {image, 0}, "og:image:secure_url": {image, 1}, "twitter:image": {image, 1}, "twitter:image:src": {image, 1}, "image": {image, 2}, "thumbnailurl": {image, 3}, "parsely-image-url": {image, 1},

	"og:description": {description, 0}, "description": {description, 1}, "twitter:description": {description, 2}, "dc.description": {description, 3}, "dcterms.abstract": {description, 3},
}

// longestProperty is the length of the longest of their names.
const longestProperty = 40

// propertyOf returns what a name means. Case does not count.
func propertyOf(name string) property {
	if len(name) > longestProperty {
		return property{}
	}
	var lower [longestProperty]byte
	for i := range len(name) {
		c := name[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		lower[i] = c
	}
	return properties[string(lower[:len(name)])]
}

// sourceOf returns which source a property of a meta element is.
func sourceOf(name string) source {
	if len(name) > 3 && (name[2] == ':' || name[3] == 'i' && len(name) > 8 && name[7] == ':') { // og:, article:
		return fromGraph
	}
	return fromMeta
}
