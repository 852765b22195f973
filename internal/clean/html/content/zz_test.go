package content
import ("testing";"os";"path/filepath";"strings";"golang.org/x/net/html";"github.com/copydesk/copydesk/internal/clean/html/dom")
func load(b testing.TB) ([]string,int64) { fs,_:=filepath.Glob("/tmp/html/wcxb-dev/html/*.html"); var out []string; var n int64; for i,f:=range fs { if i%12!=0 {continue}; x,_:=os.ReadFile(f); out=append(out,strings.ToValidUTF8(string(x),"?")); n+=int64(len(x))}; return out,n }
func BenchmarkDom(b *testing.B){ ps,n:=load(b); b.SetBytes(n); b.ReportAllocs(); for b.Loop(){ for _,p:=range ps { dom.Parse(b.Context(),p) } } }
func BenchmarkContent(b *testing.B){ ps,n:=load(b); l:=&Lexicon{Weights:make([]float32,1<<16)}; b.SetBytes(n); b.ReportAllocs(); for b.Loop(){ for _,p:=range ps { t,_:=dom.Parse(b.Context(),p); pg:=Read(t); pg.Rows(l); pg.Seconds(make([]float32,len(pg.Blocks))) } } }
func BenchmarkParse(b *testing.B){ ps,n:=load(b); b.SetBytes(n); b.ReportAllocs(); for b.Loop(){ for _,p:=range ps { html.Parse(strings.NewReader(p)) } } }
