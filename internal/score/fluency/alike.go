package fluency

import (
	"encoding/binary"
	"fmt"

	"github.com/copydesk/copydesk/internal/model"
)

// AlikeWords is how many words that are used alike a word has at most.
const AlikeWords = 20

const alikeLen = 2 * AlikeWords

func (m *Model) checkAlike() error {
	if len(m.alike)%alikeLen != 0 || len(m.alike)/alikeLen > m.vocabulary-int(FirstWord) {
		return fmt.Errorf("%w: words that are used alike", model.ErrFormat)
	}
	for i := 0; i < len(m.alike); i += 2 {
		if int(m.alikeAt(i)) >= m.vocabulary {
			return fmt.Errorf("%w: word %d that is used alike", model.ErrFormat, i/2)
		}
	}
	return nil
}

func (m *Model) alikeAt(i int) ID { return ID(model.Int16(m.alike, i)) } //nolint:gosec // two's complement

// AppendAlike appends the words that stand beside the same words as one does to dst, the most alike first.
func (m *Model) AppendAlike(dst []ID, id ID) []ID {
	at := (int(id) - int(FirstWord)) * alikeLen
	if at < 0 || at >= len(m.alike) {
		return dst
	}
	for i := at; i < at+alikeLen; i += 2 {
		if other := m.alikeAt(i); other != Unknown {
			dst = append(dst, other)
		}
	}
	return dst
}

func makeAlike(rows [][]ID) []byte {
	out := make([]byte, len(rows)*alikeLen)
	for r, row := range rows {
		for i, id := range row[:min(len(row), AlikeWords)] {
			binary.LittleEndian.PutUint16(out[r*alikeLen+2*i:], uint16(id))
		}
	}
	return out
}
