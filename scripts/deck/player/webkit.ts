/**
 * WebKit (Safari, every browser of an iPad or iPhone) paints what is positioned inside a foreignObject as if
 * the drawing around it were not scaled (bugs.webkit.org/show_bug.cgi?id=23113): a slide would be cut off.
 * There the slide itself is scaled to the box of its drawing; marpit-svg-polyfill does the same.
 */
export function scaleInWebkit(drawings: Iterable<SVGSVGElement>): void {
  // It reports the sizes it should have painted, so that nothing but the name tells.
  if (navigator.vendor !== 'Apple Computer, Inc.') return
  const observer = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries)
      if (target instanceof SVGSVGElement) scale(target, contentRect)
  })
  for (const drawing of drawings) observer.observe(drawing)
}

function scale(drawing: SVGSVGElement, box: DOMRectReadOnly): void {
  const section = drawing.querySelector('section')
  const { width, height } = drawing.viewBox.baseVal
  const factor = Math.min(box.width / width, box.height / height)
  if (section === null || !(factor > 0)) return
  const left = (box.width - width * factor) / 2
  const top = (box.height - height * factor) / 2
  section.style.transformOrigin = '0 0'
  section.style.transform = `translate(${left}px, ${top}px) scale(${factor})`
}
