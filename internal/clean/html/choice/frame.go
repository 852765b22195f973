package choice

import (
	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// frames are the classes and ids that widgets give to what stands beside a text on many sites: buttons to share it, other articles, biographies of
// its authors, forms for newsletters.
var frames = wordsOf(
	"sharedaddy sd-sharing jp-relatedposts addtoany_share_save_container addthis_toolbox a2a_kit heateor_sss_sharing_container essb_links social-share share-buttons",
	"yarpp yarpp-related crp_related outbrain ob-widget taboola trc_related_container rp4wp-related-posts related-posts related-articles",
	"author-bio author-box authorbox author-info-box about-author about-the-author saboxplugin-wrap abh_box pp-multiple-authors-boxes-wrapper",
	"mc4wp-form mc_embed_signup newsletter-signup newsletter-form piano-inline",
)

// dropFrames leaves out widgets of which something was chosen, where other text stays.
func (c *corrector) dropFrames() {
	all := c.written(0, int32(len(c.t.Texts))) //nolint:gosec // fewer than bytes of the page, which is below 2 GiB
	for i := int32(1); int(i) < len(c.t.Nodes) && !c.stop(32); {
		n := &c.t.Nodes[i]
		inside := c.written(n.FirstText, n.EndText)
		switch {
		case inside == 0:
			i = n.End
		case (all-inside)*2 >= inside && all-inside >= leastOutside && n.Block == i && (isNamed(c.t.Raw(i, dom.Class), frames) || isNamed(c.t.Raw(i, dom.ID), frames)):
			c.set(n, dom.Keep, dom.LeaveOut)
			all -= inside
			i = n.End
		default:
			i++
		}
	}
}
