package main
import ("fmt";"os";"strings";"sort")
func init(){ measurements=append(measurements, measurement{"errs","reflow",errs}) }
func errs() error {
 rs,_:=readJSONL[reflowRecord]("reflow/dev.jsonl.xz")
 set:=os.Getenv("SET")
 type pg struct{n int; s string}
 var ps []pg
 for _,r:=range rs { if !r.forValidation()||r.set()!=set {continue}
  src:=r.Broken
  if os.Getenv("WHOLE")!="" { src=strings.Join(r.Gold,"\n\n") }
  out:=reflowOurs(src); in,g,l:=breaksOf(src),breaksOf(strings.Join(r.Gold,"\n")),breaksOf(out)
  lines:=linesOf(src); at:=0; n:=0; var b strings.Builder
  for i:=range lines[:len(lines)-1] { at+=len([]rune(solid(lines[i])))
   k:=""
   if in[at]&&!g[at]&&l[at] {k="MISS"}
   if g[at]&&!l[at] {k="WRONG"}
   if k=="" {continue}
   n++
   cut:=func(s string)string{ rr:=[]rune(s); if len(rr)>90 {return string(rr[:40])+" ~~ "+string(rr[len(rr)-45:])}; return s}
   p,q:="",""; if i>0 {p=cut(lines[i-1])}; if i+2<len(lines){q=cut(lines[i+2])}
   fmt.Fprintf(&b,"  %s\n     . %s\n     < %s\n     > %s\n     . %s\n",k,p,cut(lines[i]),cut(lines[i+1]),q)
  }
  if n>0 {ps=append(ps,pg{n,r.ID+" "+r.Lang+"\n"+b.String()})}
 }
 sort.Slice(ps,func(i,j int)bool{return ps[i].n>ps[j].n})
 for _,p:=range ps { fmt.Println(p.n,p.s)}
 return nil
}
