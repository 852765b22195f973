package transport

import (
	"bytes"
	"errors"
	"io"
	"math"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"google.golang.org/genproto/googleapis/rpc/status"
	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/known/anypb"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/admission"
)

// gatewayHandler answers what the transcoder would answer wrongly: it takes mistakes in the query of a REST call for the
// server's, and a body that is too large for too many requests.
type gatewayHandler struct {
	next       http.Handler
	maxBytes   int64
	bodyTime   time.Duration // in which a body that is not a stream's has to arrive
	answerTime time.Duration // in which all of such a call has to be over, its answer read; 0: no bound
	control    *admission.Controller
}

const (
	servicePath   = "/copydesk.v1.TextService/"
	versionHeader = "Connect-Protocol-Version"
)

// ServeHTTP implements http.Handler.
func (h *gatewayHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	isREST := !strings.HasPrefix(r.URL.Path, servicePath)
	stream := strings.HasSuffix(r.URL.Path, "/ProcessStream")
	h.setDeadlines(w, stream)
	hideEncodings(r.Header)
	if f := queryFault(r); isREST && f != nil {
		refuse(w, http.StatusBadRequest, codes.InvalidArgument, *f)
		return
	}
	if !stream && !h.readBody(w, r) {
		return
	}
	if !stream {
		release, ok := h.hold(w, r)
		if !ok {
			return
		}
		defer release()
	}
	if !isREST && isConnect(r) && r.Header.Get(versionHeader) == "" {
		r.Header.Set(versionHeader, "1") // optional, says Connect; the transcoder would look for a REST path
	}
	h.next.ServeHTTP(w, r)
}

// setDeadlines bounds how long a call that is not a stream takes to arrive and to be read. A connection that does not support
// deadlines has none.
func (h *gatewayHandler) setDeadlines(w http.ResponseWriter, stream bool) {
	c := http.NewResponseController(w)
	if stream {
		_ = c.SetWriteDeadline(time.Time{}) // of a call before on the same connection
		return
	}
	now := time.Now()
	_ = c.SetReadDeadline(now.Add(h.bodyTime))
	if h.answerTime > 0 {
		_ = c.SetWriteDeadline(now.Add(h.answerTime))
	}
}

// hideEncodings renames compressions that the server does not know: the transcoder quotes the name in its answer.
func hideEncodings(h http.Header) {
	for _, name := range []string{"Content-Encoding", "Grpc-Encoding", "Connect-Content-Encoding"} {
		switch h.Get(name) {
		case "", "identity", "gzip", "zstd":
		default:
			h.Set(name, "other")
		}
	}
}

// bodyFactor is what a call takes here for each byte of its body: the body, and what is made of it for gRPC.
const bodyFactor = 2

// hold takes memory for a body before it is read. If it can't be had, it answers and reports false.
func (h *gatewayHandler) hold(w http.ResponseWriter, r *http.Request) (release func(), ok bool) {
	ctx := r.Context()
	if admission.Principal(ctx) == "" {
		host, _, _ := net.SplitHostPort(r.RemoteAddr) // as the interceptors name who has no other name
		ctx = admission.WithPrincipal(ctx, host)
	}
	held, err := h.control.Hold(ctx, bodyFactor*r.ContentLength)
	if err == nil {
		return held.Release, true
	}
	refusal, _ := errors.AsType[*admission.Refusal](err)
	setReason(w, refusal.Reason)
	w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(refusal.RetryAfter.Seconds()))))
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusTooManyRequests)
	if b, err := protojson.Marshal(refusal.GRPCStatus().Proto()); err == nil {
		_, _ = w.Write(b) //nolint:gosec // JSON of a status that this package makes
	}
	return nil, false
}

// readBody checks the size of a body and, where that is not known, reads it. It reports whether the call can go on; if not it
// has answered.
func (h *gatewayHandler) readBody(w http.ResponseWriter, r *http.Request) bool {
	n := r.ContentLength
	if n < 0 {
		b, err := io.ReadAll(http.MaxBytesReader(w, r.Body, h.maxBytes))
		n = int64(len(b))
		switch {
		case err != nil && n < h.maxBytes:
			refuse(w, http.StatusBadRequest, codes.InvalidArgument, gatewayFault{"BODY_INCOMPLETE", "the body ended early", nil})
			return false
		case err != nil:
			n = h.maxBytes + 1
		}
		r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(b)), n
	}
	if n > h.maxBytes {
		refuse(w, http.StatusRequestEntityTooLarge, codes.ResourceExhausted, gatewayFault{
			"MESSAGE_TOO_LARGE", "the body is over the limit", map[string]string{"limit": strconv.FormatInt(h.maxBytes, 10)},
		})
		return false
	}
	if n == 0 && r.Method == http.MethodPost {
		refuse(w, http.StatusBadRequest, codes.InvalidArgument, gatewayFault{"JSON_INVALID", "the body is empty", nil})
		return false
	}
	return true
}

// isConnect reports whether a call to a method's own path is a unary one of Connect.
func isConnect(r *http.Request) bool {
	mediaType, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
	return r.Method == http.MethodPost && (mediaType == "application/json" || mediaType == "application/proto")
}

// queryFault finds what is wrong with the query of a REST call: only Describe's fields can come in one.
func queryFault(r *http.Request) *gatewayFault {
	if r.URL.RawQuery == "" {
		return nil
	}
	fields := (&copydeskv1.DescribeRequest{}).ProtoReflect().Descriptor().Fields()
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return &gatewayFault{"QUERY_INVALID", "the query cannot be read", nil}
	}
	for name, list := range values {
		field := fields.ByName(protoreflect.Name(name))
		if r.Method != http.MethodGet || field == nil {
			return &gatewayFault{"QUERY_INVALID", "the query has a parameter that this method does not", nil}
		}
		for _, v := range list {
			if field.Enum() != nil && field.Enum().Values().ByName(protoreflect.Name(v)) == nil {
				return &gatewayFault{"QUERY_INVALID", name + ": is not a value of " + string(field.Enum().Name()), map[string]string{"field": name}}
			}
		}
	}
	return nil
}

// refuse writes an error as REST calls get it.
func refuse(w http.ResponseWriter, httpStatus int, code codes.Code, f gatewayFault) {
	st := &status.Status{Code: int32(code), Message: f.message} //nolint:gosec // one of 17 codes
	for _, d := range f.details() {
		if packed, err := anypb.New(d); err == nil {
			st.Details = append(st.Details, packed)
		}
	}
	setReason(w, f.reason)
	writeStatus(w, httpStatus, st)
}

func writeStatus(w http.ResponseWriter, httpStatus int, st *status.Status) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(httpStatus)
	if b, err := protojson.Marshal(st); err == nil {
		_, _ = w.Write(b) //nolint:gosec // JSON, and nothing of what the caller sent
	}
}

// contractName is the name in the contract of a field, which JSON can give in either style; "" if the package has none.
func contractName(pkg protoreflect.FullName, name string) string {
	found := ""
	protoregistry.GlobalFiles.RangeFilesByPackage(pkg, func(f protoreflect.FileDescriptor) bool {
		for i := 0; i < f.Messages().Len() && found == ""; i++ {
			fields := f.Messages().Get(i).Fields()
			if d := fields.ByJSONName(name); d != nil {
				found = string(d.Name())
			} else if d := fields.ByName(protoreflect.Name(name)); d != nil {
				found = string(d.Name())
			}
		}
		return found == ""
	})
	return found
}
