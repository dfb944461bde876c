-- Breaks paragraphs with LuaTeX's own line breaker and writes where.
--
-- Input (file named by BROADSHEET_PARAGRAPHS), one paragraph per line:
--
--   tolerance looseness measures… : items…        lengths in scaled points
--   items:  bN box   gN space   hN hyphen of that width   pN penalty
--
-- Output (BROADSHEET_ANSWERS): for each paragraph and line, the number of the
-- last box on it, counted over all items from 0.

local function box(width)
  local rule = node.new('rule')
  rule.width, rule.height, rule.depth = width, 0, 0
  node.setproperty(rule, nil) -- A freed node leaves its own behind.
  return rule
end

local function space(width)
  local glue = node.new('glue')
  glue.width, glue.stretch, glue.shrink = width, width // 2, width // 3
  return glue
end

local function penalty(value)
  local node_ = node.new('penalty')
  node_.penalty = value
  return node_
end

local function hyphen(width)
  local disc = node.new('disc')
  disc.subtype = 0 -- \discretionary
  disc.penalty = tex.hyphenpenalty
  disc.pre = box(width)
  return disc
end

local make = { b = box, g = space, h = hyphen, p = penalty }

-- The list that TeX itself would hand over: the items, then \parfillskip.
local function build(items)
  local head = node.new('temp')
  local tail, number = head, 0
  local function add(each)
    tail.next, each.prev = each, tail
    tail = each
  end
  for kind, value in items:gmatch('(%a)(-?%d+)') do
    local each = make[kind](tonumber(value))
    if kind == 'b' then node.setproperty(each, number) end
    number = number + 1
    add(each)
  end
  add(penalty(10000))
  local fill = space(0)
  fill.subtype, fill.stretch, fill.stretch_order = 15, 65536, 2
  add(fill)
  return head.next
end

local function last_boxes(lines)
  local last = {}
  for line in node.traverse_id(node.id('hlist'), lines) do
    local number = -1
    for rule in node.traverse_id(node.id('rule'), line.head) do
      number = node.getproperty(rule) or number
    end
    last[#last + 1] = number
  end
  return table.concat(last, ' ')
end

-- One measure per line, the last repeated: \parshape.
local function shape_of(measures)
  local shape = {}
  for width in measures:gmatch('%d+') do
    shape[#shape + 1] = { 0, tonumber(width) }
  end
  return shape
end

tex.hyphenpenalty, tex.exhyphenpenalty, tex.linepenalty = 50, 50, 10
tex.adjdemerits, tex.doublehyphendemerits = 10000, 10000
tex.finalhyphendemerits, tex.emergencystretch = 5000, 0
tex.hbadness, tex.vbadness, tex.hfuzz = 10000, 10000, 1073741823

local answers = io.open(os.getenv('BROADSHEET_ANSWERS'), 'w')
for line in io.lines(os.getenv('BROADSHEET_PARAGRAPHS')) do
  local tolerance, looseness, measures, items =
    line:match('^(%d+) (-?%d+) ([%d ]+): (.*)$')
  local shape = shape_of(measures)
  local lines = tex.linebreak(build(items), {
    pretolerance = -1,
    tolerance = tonumber(tolerance),
    looseness = tonumber(looseness),
    hsize = shape[1][2],
    parshape = #shape > 1 and shape or nil,
  })
  answers:write(last_boxes(lines), '\n')
  node.flush_list(lines)
end
answers:close()
